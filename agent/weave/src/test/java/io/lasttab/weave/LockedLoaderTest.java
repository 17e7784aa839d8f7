package io.lasttab.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.bridge.ContainerReport;
import io.lasttab.bridge.Hook;
import io.lasttab.gate.AgentLoader;
import io.lasttab.gate.AgentLoaders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A container whose class loader is not parallel capable: the JVM locks the whole of it while it loads a class, and then
 * hands the class to us, while another thread of ours may be looking into the same loader.
 */
class LockedLoaderTest {

    @TempDir
    Path folder;

    private final FoundContainers found = new FoundContainers();
    private ClassLoader server;
    private Containers containers;
    private Linker linker;

    @BeforeEach
    void find() throws IOException {
        AgentLoader agent = AgentLoaders.of(folder.resolve("agent.jar"), FakeServer.adapter());
        containers = new Containers(CatalogueTest.read(FakeServer.CATALOGUE), agent, found);
        linker = new Linker(agent, containers);
        server = FakeServer.without("").loader();
    }

    @Test
    void isLookedOverByTwoAtATime() throws InterruptedException {
        Queue<WovenContainer> seen = new ConcurrentLinkedQueue<>();
        LockedLoader.askedFromBothSides(server, () -> seen.add(containers.of(server, "fake.Worker")));
        assertThat(seen).hasSize(2);
        assertThat(seen.poll()).as("one container").isSameAs(seen.poll());
        assertThat(found.reports()).as("told of once").singleElement().satisfies(report -> assertThat(report.state())
                .isEqualTo(ContainerReport.State.WOVEN));
    }

    @Test
    void isLinkedByTwoAtATime() throws Exception {
        Class<?> worker = server.loadClass("fake.Worker");
        containers.of(server, "fake.Worker"); // so that it is the linker that has something to load
        Queue<Hook[]> hooks = new ConcurrentLinkedQueue<>();
        LockedLoader.askedFromBothSides(server, () -> hooks.add(linker.link(worker)));
        assertThat(hooks).hasSize(2).allSatisfy(own -> assertThat(List.of(own))
                .hasOnlyElementsOfType(ContainedHook.class));
        assertThat(linker.adapters()).as("one adapter for both").hasSize(1);
    }
}
