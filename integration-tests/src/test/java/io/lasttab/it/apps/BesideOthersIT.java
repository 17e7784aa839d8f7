package io.lasttab.it.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import io.lasttab.it.server.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Another agent on the same command line, before Lasttab or behind it: both do what they do alone. */
class BesideOthersIT {
    @ParameterizedTest(name = "{0} {1}", allowZeroInvocations = true)
    @MethodSource("one")
    void endsTheSessionOfTheLastTab(Target target, OtherAgent other) {
        endsTheSession(target, other.name() + "-before", other, other.arguments(), List.of());
    }

    static Stream<Arguments> one() {
        return Matrix.one().stream().map(target -> Arguments.of(target, OtherAgent.OPENTELEMETRY));
    }

    @Tag("apps")
    @ParameterizedTest(name = "{0} {1}", allowZeroInvocations = true)
    @MethodSource("all")
    void endsTheSessionWithTheOtherBefore(Target target, OtherAgent other) {
        endsTheSession(target, other.name() + "-before", other, other.arguments(), List.of());
    }

    @Tag("apps")
    @ParameterizedTest(name = "{0} {1}", allowZeroInvocations = true)
    @MethodSource("all")
    void endsTheSessionWithTheOtherBehind(Target target, OtherAgent other) {
        endsTheSession(target, other.name() + "-behind", other, List.of(), other.arguments());
    }

    @Tag("apps")
    @ParameterizedTest(name = "{0} {1}", allowZeroInvocations = true)
    @MethodSource("one")
    void weavesTogetherWithItWhatTheVerifierAccepts(Target target, OtherAgent other) {
        List<String> behind = new ArrayList<>(OtherAgent.JACOCO.arguments());
        behind.add("-Xverify:all");
        endsTheSession(target, "verified", other, other.arguments(), behind);
    }

    /** Both add to the same head, each in its own way. */
    @Tag("apps")
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("onThisJava")
    void endsTheSessionWhereTheOtherAddsToPagesToo(Target target) {
        OtherAgent other = OtherAgent.OPENTELEMETRY_WITH_SNIPPET;
        endsTheSession(target, other.name(), other, other.arguments(), List.of());
    }

    static Stream<Target> onThisJava() {
        return Matrix.newest().stream().filter(target -> target.jdk().feature() < 25);
    }

    static Stream<Arguments> all() {
        return Matrix.newest().stream().flatMap(target -> Stream.of(OtherAgent.OPENTELEMETRY, OtherAgent.JACOCO)
                .map(other -> Arguments.of(target, other)));
    }

    private static void endsTheSession(
            Target target, String name, OtherAgent other, List<String> before, List<String> behind) {
        Server server = Servers.special(target, name.toLowerCase(Locale.ROOT), "", before, behind);
        try (server) {
            Visitor visitor = new Visitor(server);
            SpokenPage page = visitor.open("index.jsp");
            SessionStory story = SessionStory.of(server, visitor.session());
            String text = visitor.visit("next.jsp").text();
            assertThat(text.split("__lasttab", -1)).as("the tag, once").hasSize(2);
            assertThat(text.contains(OtherAgent.SNIPPET)).isEqualTo(other == OtherAgent.OPENTELEMETRY_WITH_SNIPPET);
            SpokenPage next = visitor.open("next.jsp");
            page.bye();
            story.staysAlive();
            next.bye();
            story.awaitEnd();
            assertThat(story.cause()).isEqualTo("ORPHANED_CLOSED");
        } catch (AssertionError failure) {
            failure.addSuppressed(
                    new AssertionError("the server's log ends:\n" + server.log().tail()));
            throw failure;
        }
        assertThat(server.log().complaintsOfOurs()).isEmpty();
        assertThat(server.log().problems()).isEmpty();
    }
}
