package io.lasttab.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static List<Plan> read(String... lines) throws IOException {
        byte[] file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return Catalogue.read(new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return new ByteArrayInputStream(file);
            }
        });
    }

    @Test
    void countsTheHooksOfAContainerFrom0ThroughAllItsParts() throws IOException {
        List<Plan> plans = read(
                "container Server 1",
                "anchor s.Anchor",
                "adapter o.Adapter",
                "hook s.A a ()V start event this",
                "hook s.B b ()V start event this",
                "part Server 1 extra",
                "hook s.extra.C c ()V start event this",
                "container Server 2",
                "anchor t.Anchor",
                "adapter o.two.Adapter",
                "hook t.A a ()V start event this");
        assertThat(plans).extracting(plan -> plan.container).containsExactly("Server 1", "Server 1 extra", "Server 2");
        Plan extra = plans.get(1);
        assertThat(extra.anchor).isEqualTo("s.Anchor");
        assertThat(extra.adapter).isEqualTo("o.Adapter");
        assertThat(extra.hooks).extracting(hook -> hook.id).containsExactly(2);
        assertThat(extra.hook(2).type).isEqualTo("s.extra.C");
        assertThat(extra.endOfIds()).isEqualTo(3);
        assertThat(plans.get(2).hooks).extracting(hook -> hook.id).containsExactly(0);
    }
}
