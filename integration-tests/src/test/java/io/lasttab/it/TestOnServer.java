package io.lasttab.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Browsers;
import io.lasttab.it.client.Engine;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Hands a test its server and browser, and looks at their logs when it is done. */
public final class TestOnServer implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {
    private final Function<Servers, Server> start;
    private final Engine engine;
    private Server server;
    private Browser browser;

    public TestOnServer(Function<Servers, Server> start, Engine engine) {
        this.start = start;
        this.engine = engine;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Server.class || type == Visitor.class || type == Browser.class || type == Engine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Browser.class) {
            return browser(context);
        }
        if (type == Engine.class) {
            return engine;
        }
        return type == Server.class ? server(context) : new Visitor(server(context));
    }

    private Server server(ExtensionContext context) {
        if (server == null) {
            server = start.apply(shared(context, Servers.class, Servers::new));
        }
        return server;
    }

    private Browser browser(ExtensionContext context) {
        if (browser == null) {
            browser = shared(context, Browsers.class, Browsers::new).take(engine);
        }
        return browser;
    }

    /** One for the whole run, closed at its end. */
    public static <T extends AutoCloseable> T shared(ExtensionContext context, Class<T> type, Supplier<T> creator) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(type, key -> creator.get(), type);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (server != null) {
            failure.addSuppressed(
                    new AssertionError("the server's log ends:\n" + server.log().tail()));
        }
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (browser != null) {
            List<String> complaints = browser.consoleErrors();
            shared(context, Browsers.class, Browsers::new).giveBack(browser);
            assertThat(complaints).as("the browser's console").isEmpty();
        }
        if (server != null) {
            assertThat(server.log().problems()).as("the log of " + server).isEmpty();
        }
    }
}
