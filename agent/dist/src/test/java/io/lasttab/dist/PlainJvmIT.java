package io.lasttab.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.dist.child.Hello;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent in a JVM that is no server: asleep behind its gate. */
class PlainJvmIT {

    static Stream<Path> jdks() {
        return ChildJvm.jdks();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void isLeftAlone(Path jdk) throws IOException {
        try (ChildJvm jvm = ChildJvm.run(jdk, ChildJvm.agent(), Hello.class)) {
            assertThat(jvm.end()).containsExactly("hello");
            assertThat(jvm.err()).isEmpty();
            assertThat(jvm.exitValue()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void loadsNothingButTheGate(Path jdk) throws IOException {
        try (ChildJvm jvm = ChildJvm.run(jdk, ChildJvm.agent("-Xlog:class+load"), Hello.class)) {
            List<String> loaded = jvm.end();
            assertThat(loaded).contains("hello");
            assertThat(loaded)
                    .filteredOn(line -> line.contains(" io.lasttab.") && !line.contains(" io.lasttab.dist.child."))
                    .isNotEmpty()
                    .allMatch(line -> line.contains(" io.lasttab.gate."));
            assertThat(loaded)
                    .noneMatch(line -> line.contains(" java.util.logging.")
                            || line.contains(" javax.management.")
                            || line.contains(" java.lang.management."));
        }
    }

    @Test
    void isNotAskedForSettings() throws IOException {
        List<String> options = List.of("-javaagent:" + AgentJar.path() + "=/no/such/file");
        try (ChildJvm jvm = ChildJvm.run(ChildJvm.thisJdk(), options, Hello.class)) {
            assertThat(jvm.end()).containsExactly("hello");
            assertThat(jvm.err()).isEmpty();
        }
    }

    @Test
    void isToldOnceOfASecondCopy() throws IOException {
        String agent = "-javaagent:" + AgentJar.path();
        try (ChildJvm jvm = ChildJvm.run(ChildJvm.thisJdk(), List.of(agent, agent), Hello.class)) {
            assertThat(jvm.end()).containsExactly("hello");
            assertThat(jvm.err())
                    .singleElement()
                    .asString()
                    .startsWith("Lasttab is on the command line twice; this copy stays out");
            assertThat(jvm.exitValue()).isZero();
        }
    }
}
