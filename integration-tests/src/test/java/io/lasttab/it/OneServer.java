package io.lasttab.it;

import io.lasttab.it.client.Engine;
import io.lasttab.it.server.Target;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a test: on a server with the agent, and in Chromium where it has a browser. */
public record OneServer(Target target) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
        return target.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new TestOnServer(servers -> servers.withAgent(target), Engine.CHROMIUM));
    }
}
