package io.lasttab.jetty9;

import io.lasttab.core.html.RequestHead;
import java.lang.reflect.Method;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/**
 * A request's headers as Jetty has them: in 9.4 an object that can be changed, in 10 and 11 one that is to be replaced. The
 * type of both goes by one name, but is a class there and an interface here, so that its methods are found at run time; they
 * are called for the rare request only that bears the mark.
 */
final class JettyRequestHead implements RequestHead {

    private static final Method CHANGEABLE = changeable();
    private static final Method PUT = changer("put", String.class, String.class);
    private static final Method REMOVE = changer("remove", String.class);
    private static final Method REPLACE =
            CHANGEABLE == null ? null : method(Request.class, "setHttpFields", HttpFields.class);

    private final Request request;

    JettyRequestHead(Request request) {
        this.request = request;
    }

    /** Makes one that can be changed of one that cannot; null if all can. */
    private static Method changeable() {
        return HttpFields.class.isInterface() ? method(HttpFields.class, "build", HttpFields.class) : null;
    }

    private static Method changer(String name, Class<?>... parameters) {
        return method(CHANGEABLE == null ? HttpFields.class : CHANGEABLE.getReturnType(), name, parameters);
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException unfit) {
            throw new IllegalStateException("Jetty's headers of a request cannot be changed", unfit);
        }
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String header(String name) {
        return request.getHeader(name);
    }

    @Override
    public void replace(String name, String value) {
        try {
            Object fields = request.getHttpFields();
            Object changed = CHANGEABLE == null ? fields : CHANGEABLE.invoke(null, fields);
            if (value == null) {
                REMOVE.invoke(changed, name);
            } else {
                PUT.invoke(changed, name, value);
            }
            if (REPLACE != null) {
                REPLACE.invoke(request, changed);
            }
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
