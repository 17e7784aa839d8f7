package io.lasttab.it.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.server.Management;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import io.lasttab.it.server.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that clients ask, rightly and wrongly, is answered as by the same server without the agent. */
class RequestsIT {
    static List<Target> targets() {
        return Matrix.forEachAdapter();
    }

    /** On servers of its own, as what containers log of such requests looks like a problem. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("targets")
    void areAnsweredAlike(Target target) {
        List<String> wrong = new ArrayList<>();
        try (Server plain = Servers.withoutAgent(target, "plain-requests");
                Server server = Servers.special(target, "requests", "", List.of(), List.of())) {
            SideBySide servers = new SideBySide(plain, server);
            eachIsAnsweredAlike(wrong, servers, server);
            servesOnAfterClientsThatBreakOff(wrong, servers, server);
            assertThat(wrong).isEmpty();
            assertThat(server.management().figures(Management.agent(), "Faults").values())
                    .containsOnly(0L);
            assertThat(server.log().complaintsOfOurs())
                    .as("none of these clients runs a script, which is told once")
                    .allMatch(line -> line.contains("none has asked for"))
                    .hasSizeLessThan(2);
        }
    }

    private static void eachIsAnsweredAlike(List<String> wrong, SideBySide servers, Server server) {
        List<Asked> all = Requests.all(server.target().container());
        for (Asked asked : all) {
            note(wrong, asked.toString(), servers.difference(asked));
            if (server.target().container().speaksHttp2() && asked.isSimple()) {
                note(wrong, "HTTP/2 " + asked, servers.differenceByHttp2(asked));
            }
        }
        if (server.target().container().speaksHttp2()) {
            wrong.addAll(servers.differencesTogether(Requests.together()));
        }
        if (servers.tags() <= all.size() / 4) {
            wrong.add("only " + servers.tags() + " documents have got the tag");
        }
    }

    private static void servesOnAfterClientsThatBreakOff(List<String> wrong, SideBySide servers, Server server) {
        for (Asked asked : Requests.brokenOff()) {
            for (int bytes : new int[] {0, 1, 1000}) {
                asked.conversation(name -> "").breakOffAfter(bytes, server.port());
                if (server.target().container().speaksHttp2()) {
                    servers.breakOffByHttp2(asked, bytes);
                }
            }
            note(wrong, "after " + asked, servers.difference(Requests.WHOLE));
        }
        for (Asked asked : Requests.halfSaid()) {
            asked.conversation(name -> "").breakOffAfter(0, server.port());
            note(wrong, "after " + asked, servers.difference(Requests.WHOLE));
        }
    }

    /** All of them at once: the pattern among the wrong says more than the first alone. */
    private static void note(List<String> wrong, String what, String difference) {
        if (difference != null) {
            wrong.add(what + ": " + difference);
        }
    }
}
