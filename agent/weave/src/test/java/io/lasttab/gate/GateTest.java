package io.lasttab.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.weave.LockedLoader;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    @TempDir
    Path folder;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private Gate gate;

    /** What answers for the JVM: that it has loaded nothing, and that all is done. */
    private Instrumentation jvm() {
        return (Instrumentation) Proxy.newProxyInstance(
                GateTest.class.getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return method.getReturnType() == boolean.class ? (Object) true : null;
                });
    }

    /** In a jar that has a catalogue, and nothing to wake. */
    @BeforeEach
    void open() throws Exception {
        File jar = folder.resolve("agent.jar").toFile();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar.toPath()))) {
            out.putNextEntry(new JarEntry(AgentLoader.PREFIX + "META-INF/lasttab/containers"));
            out.write("container Fake\nhook fake.Worker run (I)V start event this\n"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        gate = new Gate(null, jvm(), jar, false);
    }

    /** A loader that is not parallel capable is locked by the JVM while it loads. */
    @Test
    void doesNotLockOutAThreadThatLoadsWhileItLooksThroughTheSameLoader() throws InterruptedException {
        ClassLoader server = new ClassLoader(GateTest.class.getClassLoader()) {};
        Queue<Boolean> changed = new ConcurrentLinkedQueue<>();
        LockedLoader.askedFromBothSides(
                server, () -> changed.add(gate.transform(server, "fake/Worker", null, null, new byte[0]) != null));
        assertThat(changed).containsExactly(false, false);
        assertThat(asked).as("it was off then, as nothing could wake").contains("removeTransformer");
    }

    @Test
    void leavesAloneWhatIsOfNoContainer() {
        assertThat(gate.transform(GateTest.class.getClassLoader(), "fake/Other", null, null, new byte[0]))
                .isNull();
        assertThat(asked).isEmpty();
    }
}
