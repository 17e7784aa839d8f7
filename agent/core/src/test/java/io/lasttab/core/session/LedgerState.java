package io.lasttab.core.session;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;

/**
 * Copies ledgers and tells which of them no future can tell apart. Goes over whatever fields there are, so that a new one
 * can not be forgotten: in a {@link Ledger} and in {@link Nameless} every {@code long} is a time.
 */
final class LedgerState {

    private static final Field[] LEDGER = fieldsOf(Ledger.class);
    private static final Field[] PAGES = fieldsOf(Pages.class);
    private static final Field[] DOCUMENTS = fieldsOf(Documents.class);
    private static final Field[] NAMELESS = fieldsOf(Nameless.class);

    private LedgerState() {}

    private static Field[] fieldsOf(Class<?> type) {
        Field[] fields = Stream.of(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toArray(Field[]::new);
        AccessibleObject.setAccessible(fields, true);
        return fields;
    }

    static Ledger copy(Ledger ledger) {
        Ledger copy = new Ledger();
        try {
            copy(LEDGER, ledger, copy);
            copy(PAGES, ledger, copy);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
        return copy;
    }

    private static void copy(Field[] fields, Object from, Object to) throws IllegalAccessException {
        for (Field field : fields) {
            Object value = field.get(from);
            if (value instanceof long[] words) {
                field.set(to, words.clone());
            } else if (value instanceof Documents) {
                field.set(to, new Documents());
                copy(DOCUMENTS, value, field.get(to));
            } else if (value instanceof Nameless) {
                field.set(to, new Nameless());
                copy(NAMELESS, value, field.get(to));
            } else {
                field.set(to, value);
            }
        }
    }

    /** Adds all that can matter to a hash, its pages apart: times by their age, and only whether any page was seen. */
    static long hash(Ledger ledger, long now, long oldest, long hash) {
        try {
            for (Field field : LEDGER) {
                if (field.getType() == long.class) {
                    hash = mix(hash, age(field.getLong(ledger), now, oldest));
                } else if (field.get(ledger) instanceof Documents documents) {
                    hash = hash(documents, now, oldest, hash);
                } else if (!field.getName().equals("pagesSeen")) {
                    hash = mix(hash, String.valueOf(field.get(ledger)).hashCode());
                }
            }
            hash = mix(hash, ledger.isConfirmed() ? 1 : 0);
            Nameless nameless = ledger.nameless == null ? new Nameless() : ledger.nameless;
            for (Field field : NAMELESS) {
                Object value = field.get(nameless);
                hash = mix(hash, value instanceof Long time ? age(time, now, oldest) : value.hashCode());
            }
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
        return hash;
    }

    /** Of each document the time and, in the lowest bits, the address. */
    private static long hash(Documents documents, long now, long oldest, long hash) throws IllegalAccessException {
        for (Field field : DOCUMENTS) {
            Object value = field.get(documents);
            if (value instanceof long[] inTabs) {
                for (long each : inTabs) {
                    hash = mix(mix(hash, age(each >>> 16, now, oldest)), each & 0xffff);
                }
            } else {
                hash = mix(hash, value instanceof Long time ? age(time, now, oldest) : value.hashCode());
            }
        }
        return hash;
    }

    /** Times longer ago than every grace are alike. */
    static long age(long time, long now, long oldest) {
        return time < 0 ? -1 : Math.min(now - time, oldest);
    }

    static long mix(long hash, long value) {
        long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L ^ mixed >>> 32;
    }
}
