package io.lasttab.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.bridge.ContainerReport;
import io.lasttab.bridge.Hook;
import io.lasttab.gate.AgentLoader;
import io.lasttab.gate.AgentLoaders;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkerTest {

    @TempDir
    Path folder;

    private final FoundContainers found = new FoundContainers();

    private Linker linker(Map<String, byte[]> inside) throws IOException {
        AgentLoader agent = AgentLoaders.of(folder.resolve("agent.jar"), inside);
        return new Linker(agent, new Containers(CatalogueTest.read(FakeServer.CATALOGUE), agent, found));
    }

    private static Class<?> worker(ClassLoader loader) throws ClassNotFoundException {
        return loader.loadClass("fake.Worker");
    }

    @Test
    void linksEachServerOnItsOwn() throws Exception {
        Linker linker = linker(FakeServer.adapter());
        ClassLoader one = FakeServer.without("").loader();
        ClassLoader two = FakeServer.without("").loader();
        assertThat(linker.link(worker(one))).hasOnlyElementsOfType(ContainedHook.class);
        linker.link(worker(one));
        linker.link(worker(two));
        assertThat(found.reports()).hasSize(2).allMatch(report -> report.state() == ContainerReport.State.WOVEN);
    }

    @Test
    void givesAContainerUpWhoseAdapterCannotStart() throws Exception {
        byte[] broken = FakeServer.adapter().get(FakeServer.ADAPTER);
        broken = new String(broken, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("<init>", "<unit>")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Linker linker = linker(Map.of(
                FakeServer.ADAPTER,
                broken,
                FakeServer.USES,
                FakeServer.adapter().get(FakeServer.USES)));
        assertThat(linker.link(worker(FakeServer.without("").loader()))).containsExactly(Hook.NONE);
        assertThat(found.reports()).singleElement().satisfies(report -> assertThat(report.state())
                .isEqualTo(ContainerReport.State.GIVEN_UP));
    }

    @Test
    void holdsNoServerThatIsThrownAway() throws Exception {
        Linker linker = linker(FakeServer.adapter());
        ClassLoader server = FakeServer.without("").loader();
        linker.link(worker(server));
        WeakReference<ClassLoader> held = new WeakReference<>(server);
        server = null;
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            System.gc();
            return held.get() == null;
        });
        assertThat(linker.link(worker(FakeServer.without("").loader()))).isNotEmpty();
    }
}
