package io.lasttab.it.scenario;

import io.lasttab.it.client.Engine;
import io.lasttab.it.server.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a scenario its witness, and writes down what it has seen when all is over. */
final class WitnessOf implements ParameterResolver, AfterEachCallback {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessOf.class);

    private final Row row;
    private final Engine engine;
    private final Witness witness;

    WitnessOf(Row row, Engine engine, Target target) {
        this.row = row;
        this.engine = engine;
        this.witness = new Witness(engine, target);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Witness.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return witness;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Throwable failure = context.getExecutionException().orElse(null);
        // With -Dorg.slf4j.simpleLogger.log.io.lasttab.it=info one can watch: the build tells failures at its end.
        LOG.info(
                "{}, {}: {}",
                context.getRequiredTestMethod().getName(),
                context.getDisplayName(),
                witness.seen(),
                failure);
        row.saw(engine, witness.seen() + (failure == null ? "" : ", **then failed**"));
    }
}
