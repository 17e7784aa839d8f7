package io.lasttab.jetty9;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.eclipse.jetty.server.session.Session;

/** Jetty's lock of a session, whose type is another one in each line. */
final class SessionLock {

    private static final MethodHandle LOCK = lockMethod();

    private SessionLock() {}

    private static MethodHandle lockMethod() {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(Session.class.getMethod("lock"))
                    .asType(MethodType.methodType(AutoCloseable.class, Session.class));
        } catch (ReflectiveOperationException unfit) {
            throw new IllegalStateException("Jetty's Session has no lock", unfit);
        }
    }

    /** Takes the lock, to be given back by closing. */
    static AutoCloseable take(Session session) {
        try {
            return (AutoCloseable) LOCK.invokeExact(session);
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
