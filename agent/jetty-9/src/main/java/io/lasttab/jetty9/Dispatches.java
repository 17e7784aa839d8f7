package io.lasttab.jetty9;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.eclipse.jetty.server.Request;

/** Tells the client's own requests from what a servlet makes of them; the type that says so is one of the servlet API. */
final class Dispatches {

    private static final MethodHandle TYPE = typeGetter();

    private Dispatches() {}

    private static MethodHandle typeGetter() {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(Request.class.getMethod("getDispatcherType"))
                    .asType(MethodType.methodType(Object.class, Request.class));
        } catch (ReflectiveOperationException unfit) {
            throw new IllegalStateException("Jetty's Request does not tell its dispatcher type", unfit);
        }
    }

    /** Whether the request comes right from the client ({@code DispatcherType.REQUEST}). */
    static boolean isFirst(Request request) {
        try {
            return ((Enum<?>) (Object) TYPE.invokeExact(request)).name().equals("REQUEST");
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
