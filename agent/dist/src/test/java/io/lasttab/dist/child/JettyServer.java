package io.lasttab.dist.child;

import jakarta.servlet.Servlet;
import java.util.Arrays;

/**
 * A Jetty with the shop, as {@link Parent} wants it: embedded, its jars on the class path. All of Jetty goes by name here, as
 * its lines have the same names for different classes, and no two of them fit on the class path of these tests.
 */
public final class JettyServer {

    private static final int WITH_SESSIONS = 1;

    private JettyServer() {}

    /** Runs it, with the servlets that Jetty has in the package of that name. */
    public static void main(String[] servlets) throws Exception {
        Shop shop = new Shop();
        Object context = make(servlets[0] + ".ServletContextHandler", WITH_SESSIONS);
        call(context, "setContextPath", "/shop");
        call(context, "addEventListener", shop.listener());
        Object holder = make(servlets[0] + ".ServletHolder", (Servlet) shop);
        call(holder, "setName", "shop"); // which error pages show
        call(holder, "setAsyncSupported", true);
        call(context, "addServlet", holder, "/*");

        Object server = make("org.eclipse.jetty.server.Server");
        Object connector = make("org.eclipse.jetty.server.ServerConnector", server);
        call(connector, "setHost", "127.0.0.1");
        call(server, "addConnector", connector);
        call(server, "setHandler", context);
        call(server, "start");
        Object ids = call(call(context, "getSessionHandler"), "getSessionIdManager");
        call(call(ids, "getSessionHouseKeeper"), "setIntervalSec", 1L);
        Parent.servedUntilItSaysSo((int) call(connector, "getLocalPort"));
        call(server, "stop");
    }

    private static Object make(String type, Object... arguments) throws ReflectiveOperationException {
        return Arrays.stream(Class.forName(type).getConstructors())
                .filter(constructor -> accepts(constructor.getParameterTypes(), arguments))
                .findAny()
                .orElseThrow(() -> new NoSuchMethodException(type))
                .newInstance(arguments);
    }

    private static Object call(Object target, String method, Object... arguments) throws ReflectiveOperationException {
        return Arrays.stream(target.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .filter(candidate -> accepts(candidate.getParameterTypes(), arguments))
                .findAny()
                .orElseThrow(() -> new NoSuchMethodException(target.getClass() + " " + method))
                .invoke(target, arguments);
    }

    private static boolean accepts(Class<?>[] parameters, Object[] arguments) {
        boolean all = parameters.length == arguments.length;
        for (int i = 0; all && i < parameters.length; i++) {
            all = parameters[i].isInstance(arguments[i])
                    || (parameters[i] == int.class && arguments[i] instanceof Integer)
                    || (parameters[i] == long.class && arguments[i] instanceof Long)
                    || (parameters[i] == boolean.class && arguments[i] instanceof Boolean);
        }
        return all;
    }
}
