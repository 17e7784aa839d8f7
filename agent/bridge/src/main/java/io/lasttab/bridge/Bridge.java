package io.lasttab.bridge;

import java.util.function.Function;

/**
 * The only class that woven code names. It must therefore be visible from every container's class loader, know only JDK
 * types, and throw nothing: whatever goes wrong behind it, the container does what it would do without the agent.
 *
 * <p>A hook is found by the woven class itself ({@link ClassValue}): the class holds its hooks, nothing here holds the
 * class, so a container that is thrown away takes its hooks along.
 */
public final class Bridge {

    private static volatile Function<Class<?>, Hook[]> linker;

    private static final ClassValue<Hook[]> HOOKS = new ClassValue<Hook[]>() {
        @Override
        protected Hook[] computeValue(Class<?> woven) {
            return linker.apply(woven);
        }
    };

    private Bridge() {}

    /**
     * Says how a woven class finds its hooks. Called once, before the first class is woven.
     *
     * @param linker gives the hooks of a woven class by their ids; called once for each class, on the thread that first
     *     runs woven code of it
     */
    public static void linkBy(Function<Class<?>, Hook[]> linker) {
        Bridge.linker = linker;
    }

    /** Runs {@link Hook#intercept}; false if anything goes wrong. */
    public static boolean intercept(Class<?> woven, int hook, Object self, Object first, Object second, Object third) {
        try {
            return HOOKS.get(woven)[hook].intercept(self, first, second, third);
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
            Object replaced = HOOKS.get(woven)[hook].replace(self, value);
            return type.isInstance(replaced) ? replaced : value;
        } catch (Throwable contained) {
            return value; // as above
        }
    }

    /** Runs {@link Hook#event}; nothing if anything goes wrong. */
    public static void event(Class<?> woven, int hook, Object self, Object detail) {
        try {
            HOOKS.get(woven)[hook].event(self, detail);
        } catch (Throwable contained) {
            // as above
        }
    }

    /** Runs {@link Hook#event} at the end of a method, with what it returns; nothing if anything goes wrong. */
    public static void returned(Object result, Class<?> woven, int hook, Object self) {
        event(woven, hook, self, result);
    }
}
