package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import java.time.Duration;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An application deployed, used and taken away, again and again, while its pages are open: nothing keeps its loader. */
@ResourceLock("deployed applications")
class RedeployIT {
    private static final int TIMES = 20;
    private static final String CONTEXT = "cycle";

    @OnEveryServer
    void leavesNoApplicationBehind(Server server) {
        String loader = server.target().container().applicationLoader();
        long before = server.management().instances(loader);
        for (int i = 0; i < TIMES; i++) {
            server.deploy(CONTEXT);
            Visitor visitor = new Visitor(server, CONTEXT);
            new Visitor(server, CONTEXT).open("api"); // stays open
            visitor.open("api").bye(); // its end is due when the application goes
            server.undeploy(CONTEXT);
        }
        await("the loaders of undeployed applications to be collected")
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                // Less, if before there was one of another test's, on its way out.
                .untilAsserted(
                        () -> assertThat(server.management().instances(loader)).isLessThanOrEqualTo(before));
    }
}
