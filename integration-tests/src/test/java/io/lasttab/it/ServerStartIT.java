package io.lasttab.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;

/** Every server of the matrix starts with the agent, compiles JSP, keeps sessions, and can be asked by JMX. */
class ServerStartIT {
    @OnEveryServer
    void startsAndServesTheProbe(Server server, Visitor visitor) {
        assertThat(visitor.visit("index.jsp").status()).isEqualTo(200);
        assertThat(visitor.visit("next.jsp").text()).contains(visitor.session());
        assertThat(server.management().instances(server.target().container().applicationLoader()))
                .isPositive();
    }
}
