package io.lasttab.bridge;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The only class that woven code names. It must therefore be visible from every container's class loader, know only JDK
 * types, and throw nothing: whatever goes wrong behind it, the container does what it would do without the agent.
 *
 * <p>A hook is found by the woven class itself ({@link ClassValue}): the class holds its hooks, nothing here holds the
 * class, so a container that is thrown away takes its hooks along.
 */
public final class Bridge {

    /** More than any container has: the id of a hook is a byte in the woven code. */
    private static final int MOST_HOOKS = 128;

    private static final Hook[] UNLINKED = new Hook[MOST_HOOKS];

    static {
        Arrays.fill(UNLINKED, Hook.NONE);
    }

    private static volatile Function<Class<?>, Hook[]> linker = none();

    private static final ClassValue<Hook[]> HOOKS = new ClassValue<Hook[]>() {
        @Override
        protected Hook[] computeValue(Class<?> woven) {
            return linker.apply(woven);
        }
    };

    /**
     * Hooks that were found before, by their ids: a {@link ClassValue} is asked in nine reads, one after the other, and this in
     * half of them. Held weakly, so that the class alone holds them still. Where two containers have hooks of the same id, one
     * of them goes without. Replaced as a whole, so that a thread which has found a hook just before it was unlinked cannot
     * bring it back.
     */
    private static final AtomicReference<WeakReference<Hook>[]> FOUND = new AtomicReference<>(nothingFound());

    private Bridge() {}

    /** Written out: a lambda would wake half of java.lang.invoke for the sake of nothing. */
    private static Function<Class<?>, Hook[]> none() {
        return new Function<Class<?>, Hook[]>() {
            @Override
            public Hook[] apply(Class<?> woven) {
                return UNLINKED;
            }
        };
    }

    /**
     * Says how a woven class finds its hooks. Called before the first class is woven; again only after {@link #unlink}.
     *
     * @param linker gives the hooks of a woven class by their ids; called once for each class, on the thread that first
     *     runs woven code of it
     */
    public static void linkBy(Function<Class<?>, Hook[]> linker) {
        Bridge.linker = linker;
    }

    /**
     * Finds the hooks of a class now, not when its woven code first runs.
     *
     * @return the hooks that it has from now on
     */
    public static Hook[] link(Class<?> toBeWoven) {
        HOOKS.remove(toBeWoven); // those of an agent that was there before
        FOUND.set(nothingFound());
        return HOOKS.get(toBeWoven);
    }

    /**
     * Lets go of all hooks: what is left of woven code (a method that runs while its class gets its original code back, a
     * class that was on its way here) finds none, and runs as without the agent.
     *
     * @param woven the classes that may have hooks
     */
    public static void unlink(Class<?>... woven) {
        linker = none();
        for (Class<?> type : woven) {
            HOOKS.remove(type);
        }
        FOUND.set(nothingFound());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static WeakReference<Hook>[] nothingFound() {
        return new WeakReference[MOST_HOOKS];
    }

    private static Hook find(Class<?> woven, int id) {
        WeakReference<Hook>[] found = FOUND.get();
        Hook hook = found[id] == null ? null : found[id].get();
        return hook != null && hook.woven == woven ? hook : findByClass(woven, id, found, hook == null);
    }

    private static Hook findByClass(Class<?> woven, int id, WeakReference<Hook>[] found, boolean isFirst) {
        Hook hook = HOOKS.get(woven)[id];
        if (isFirst && hook.woven == woven) {
            WeakReference<Hook>[] more = found.clone();
            more[id] = new WeakReference<>(hook);
            FOUND.compareAndSet(found, more); // if it fails, the next call does it
        }
        return hook;
    }

    /** Runs {@link Hook#intercept}; false if anything goes wrong. */
    public static boolean intercept(Class<?> woven, int hook, Object self, Object first, Object second, Object third) {
        try {
            return find(woven, hook).intercept(self, first, second, third);
        } catch (Throwable contained) {
            return false; // counted behind the bridge, where a fault of the counting itself ends up here too
        }
    }

    /**
     * Runs {@link Hook#intercept} at the end of a method that says whether its caller may go on; not asked if it may not.
     *
     * @return what the method shall say; {@code goOn} if anything goes wrong
     */
    public static boolean goOn(
            boolean goOn, Class<?> woven, int hook, Object self, Object first, Object second, Object third) {
        return goOn && !intercept(woven, hook, self, first, second, third);
    }

    /** Runs {@link Hook#replace}; {@code value} if anything goes wrong, an answer of another type included. */
    public static Object replace(Class<?> woven, int hook, Object self, Object value, Class<?> type) {
        try {
            Object replaced = find(woven, hook).replace(self, value);
            return type.isInstance(replaced) ? replaced : value;
        } catch (Throwable contained) {
            return value; // as above
        }
    }

    /** Runs {@link Hook#event}; nothing if anything goes wrong. */
    public static void event(Class<?> woven, int hook, Object self, Object detail) {
        try {
            find(woven, hook).event(self, detail);
        } catch (Throwable contained) {
            // as above
        }
    }

    /** Runs {@link Hook#event} at the end of a method, with what it returns; nothing if anything goes wrong. */
    public static void returned(Object result, Class<?> woven, int hook, Object self) {
        event(woven, hook, self, result);
    }
}
