package io.lasttab.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.gate.AgentLoaders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Opcodes;

class FitCheckTest {

    @TempDir
    Path folder;

    private String missing(FakeServer server) throws IOException {
        Plan plan = CatalogueTest.read(FakeServer.CATALOGUE).get(0);
        return new FitCheck(plan, server.loader(), AgentLoaders.of(folder.resolve("agent.jar"), FakeServer.adapter()))
                .missing();
    }

    @Test
    void passesAContainerThatHasAllInheritedMembersToo() throws IOException {
        assertThat(missing(FakeServer.without(""))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "fake/Anchor, class fake.Anchor is missing",
        "fake/Worker, class fake.Worker is missing",
        "fake/Base, class fake.Base is missing",
        "fake/Worker run(I)V, fake.Worker has no run(I)V",
        "fake/Worker busyZ, fake.Worker has no busy:Z",
        "fake/Worker secretLjava/util/Map;, fake.Worker has no secret:Ljava/util/Map;",
        "fake/Worker named()Ljava/lang/String;, fake.Worker has no named()Ljava/lang/String;",
        "fake/Worker shared()V, fake.Worker has no static shared()V",
        "fake/Base inherited()V, fake.Worker has no inherited()V",
    })
    void namesWhatIsMissing(String left, String missing) throws IOException {
        assertThat(missing(FakeServer.without(left))).isEqualTo(missing);
    }

    @Test
    void goesByTheDescriptor() throws IOException {
        FakeServer other = FakeServer.without("fake/Worker named()Ljava/lang/String;")
                .with("fake/Worker", "named", "()Ljava/lang/Object;", 0);
        assertThat(missing(other)).isEqualTo("fake.Worker has no named()Ljava/lang/String;");
    }

    @Test
    void knowsAMethodFromAStaticOne() throws IOException {
        FakeServer other = FakeServer.without("fake/Worker named()Ljava/lang/String;")
                .with("fake/Worker", "named", "()Ljava/lang/String;", Opcodes.ACC_STATIC);
        assertThat(missing(other)).isEqualTo("fake.Worker has no named()Ljava/lang/String;");
    }

    @Test
    void weavesNoInheritedMethod() throws IOException {
        FakeServer other = FakeServer.without("fake/Worker run(I)V").with("fake/Base", "run", "(I)V", 0);
        assertThat(missing(other)).isEqualTo("fake.Worker has no run(I)V");
    }

    @Test
    void fitsNothingWhereItIsNotWrittenWhatTheAdapterUses() throws IOException {
        Plan plan = CatalogueTest.read(FakeServer.CATALOGUE).get(0);
        assertThat(new FitCheck(
                                plan,
                                FakeServer.without("").loader(),
                                AgentLoaders.of(folder.resolve("agent.jar"), Map.of("a/B.class", new byte[0])))
                        .missing())
                .contains("uses/io.lasttab.fake.FakeAdapter", "not in its jar");
    }
}
