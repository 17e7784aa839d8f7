package io.lasttab.it.apps;

import io.lasttab.it.TestOnServer;
import io.lasttab.it.client.Engine;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test once for each server that the Spring Boot application is built with. */
final class EveryFatJar implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return Matrix.fatJars().stream().map(OneFatJar::new);
    }

    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    private record OneFatJar(Target target) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return target.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new TestOnServer(servers -> servers.withAgent(target), Engine.CHROMIUM));
        }
    }
}
