package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is left of an ended session: a line in a file, in the format that {@code docs/exit-log.md} promises. */
class ExitLogIT {

    private static final Pattern LINE = Pattern.compile(
            "\\{\"time\":\"([^\"]+)\",\"host\":\"[^\"]+\",\"context\":\"/probe\","
                    + "\"maskedId\":\"\\\\u2026(\\w+)\",\"cause\":\"(\\w+)\",\"ended\":true,\"lifetimeMillis\":\\d+,\"pages\":(\\d+),"
                    + "\"idleMillis\":(\\d+),\"departure\":(?:null|\"(\\w+)\"),\"wouldHaveEndedAt\":(?:null|\"([^\"]+)\")}");

    @OnEveryServer
    void hasALineForASessionThatWasEndedEarly(Server server, Visitor visitor) throws IOException {
        visitor.open("index.jsp").bye();
        SessionStory.of(server, visitor.session()).awaitEnd();

        MatchResult line = awaitLine(server, visitor.session());
        assertThat(line.group(3)).isEqualTo("ORPHANED_CLOSED");
        assertThat(line.group(4)).as("pages").isEqualTo("1");
        assertThat(Long.parseLong(line.group(5))).as("idle").isPositive();
        assertThat(line.group(6)).isEqualTo("CLOSED");
        assertThat(Instant.parse(line.group(7)))
                .as("the timeout's turn")
                .isAfter(Instant.parse(line.group(1)).plusSeconds(60));
        assertThat(Files.readString(server.exitLog())).doesNotContain(visitor.session());
    }

    private static MatchResult awaitLine(Server server, String session) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> line(server, session), lines -> lines.size() == 1)
                .get(0);
    }

    private static List<MatchResult> line(Server server, String session) throws IOException {
        String own = session.contains(".") ? session.substring(0, session.lastIndexOf('.')) : session;
        return LINE.matcher(Files.readString(server.exitLog()))
                .results()
                .filter(line -> own.endsWith(line.group(2)))
                .toList();
    }
}
