package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.JettySetup;
import io.lasttab.it.server.Management;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import io.lasttab.it.server.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A session store that cannot forget: where it has the file of a session there is a folder, which cannot be deleted as it is
 * not empty. On a server of this test's own, as it brings exceptions to its log.
 */
class StoreFaultIT {
    private static final Duration EVENTUALLY = Duration.ofSeconds(60);
    private static final String STORED = "stored";

    @TestFactory
    Stream<DynamicTest> keepsNoOtherSession() {
        return Stream.concat(Matrix.one().stream(), Matrix.jetties(JettySetup.FILES).stream())
                .map(target -> DynamicTest.dynamicTest(target.toString(), () -> failsToForgetOne(target)));
    }

    private static void failsToForgetOne(Target target) throws IOException {
        boolean tomcat = target.toString().startsWith("tomcat");
        String context = tomcat ? STORED : Server.PROBE;
        Server server = Servers.special(target, "store-fault", "", List.of(), List.of());
        try (server) {
            Path store = Files.createDirectories(server.home().resolve("sessions"));
            if (tomcat) {
                server.deployWithStore(STORED, store);
            }
            Visitor one = new Visitor(server, context);
            SpokenPage page = arrive(one);
            SessionStory story = SessionStory.of(server, context, one.session());
            Path file = tomcat ? store.resolve(one.session() + ".session") : awaitFile(store, one.session());
            Files.deleteIfExists(file);
            Path inTheWay = Files.createFile(Files.createDirectory(file).resolve("in-the-way"));
            Visitor other = new Visitor(server, context);
            SpokenPage others = arrive(other);
            page.bye();
            others.bye();

            SessionStory.of(server, context, other.session()).awaitEnd();
            await().atMost(EVENTUALLY).until(() -> failedExpiries(server, context) > 0);
            assertThat(server.management().figures(Management.agent(), "Faults").get("session store"))
                    .isPositive();
            if (tomcat) {
                SpokenPage next = arrive(one);
                assertThat(one.session()).as("the session that lives on").isEqualTo(story.session());
                Files.delete(inTheWay);
                Files.delete(file);
                next.bye();
                story.awaitEnd();
                assertThat(story.cause()).isEqualTo("ORPHANED_CLOSED");
            } else {
                // Up to Jetty 11 at the second try, as this store has forgotten the file by then. From 12 on at the
                // first,
                // and the store knows it still.
                story.awaitEnd();
                assertThat(failedExpiries(server, context)).isEqualTo(1);
                one.call("api");
                assertThat(one.session()).isNotEqualTo(story.session());
            }
        }
        assertThat(server.log().complaintsOfOurs())
                .singleElement()
                .asString()
                .contains("/" + context + " ", "Look after the store");
    }

    private static Path awaitFile(Path store, String session) {
        return await().atMost(EVENTUALLY)
                .until(() -> file(store, session), found -> !found.isEmpty())
                .get(0);
    }

    private static List<Path> file(Path store, String session) throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(file -> file.getFileName().toString().endsWith(session))
                    .toList();
        }
    }

    /** A page, of an application that has compiled none yet. */
    private static SpokenPage arrive(Visitor visitor) {
        visitor.call("api");
        return visitor.show();
    }

    private static long failedExpiries(Server server, String context) {
        return (Long) server.management().get(server.application(context), "FailedExpiries");
    }
}
