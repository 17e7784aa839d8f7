package io.lasttab.it;

import io.lasttab.it.server.JettySetup;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test once per server of the matrix that it is for. */
final class EveryServer implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        OnJetty onJetty = context.getRequiredTestMethod().getAnnotation(OnJetty.class);
        return (onJetty == null ? Matrix.thisRun().stream() : jetties(onJetty)).map(OneServer::new);
    }

    private static Stream<Target> jetties(OnJetty onJetty) {
        if (onJetty.sideBySide()) {
            return Matrix.jettiesSideBySide().stream();
        }
        return Stream.of(onJetty.value())
                .flatMap(setup -> (setup == JettySetup.USUAL ? Matrix.jetties() : Matrix.jetties(setup)).stream());
    }

    /** A run may be one of Tomcats only. */
    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }
}
