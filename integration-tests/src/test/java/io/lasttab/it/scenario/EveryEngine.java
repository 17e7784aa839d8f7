package io.lasttab.it.scenario;

import io.lasttab.it.TestOnServer;
import io.lasttab.it.client.Engine;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a scenario once per server and engine that can be driven through it. */
final class EveryEngine implements TestTemplateInvocationContextProvider {
    /** Part of an engine's name, while working on the tests: no table is written then. */
    private static final String ONLY = System.getProperty("lasttab.engines", "");

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Scenario scenario = context.getRequiredTestMethod().getAnnotation(Scenario.class);
        Row row = TestOnServer.shared(context, Table.class, Table::new).row(scenario);
        List<TestTemplateInvocationContext> runs = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            if (row.isDriven(engine) && engine.name().contains(ONLY)) {
                for (Target target : Matrix.forScenarios()) {
                    runs.add(new Run(row, engine, target));
                }
            }
        }
        return runs.stream();
    }

    private record Run(Row row, Engine engine, Target target) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return engine.product() + " on " + target;
        }

        /** The witness is the first to come and so the last to go: it sees what the others find in the logs. */
        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(
                    new WitnessOf(row, engine, target),
                    new TestOnServer(servers -> servers.forScenarios(target), engine));
        }
    }
}
