package io.lasttab.it.behaviour;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;

/** A client in which no script ever ran has said nothing about pages: its session is the container's alone. */
class ApiClientIT {
    @OnEveryServer
    void isNeverEndedEarly(Server server, Visitor program) {
        program.call("api");
        SessionStory.of(server, program.session()).staysAlive();
    }

    /** Documents were served to it, yet no page ever said hello. */
    @OnEveryServer
    void isNeverEndedEarlyWhenItReadsPages(Server server, Visitor robot) {
        robot.visit("index.jsp");
        robot.visit("next.jsp");
        SessionStory.of(server, robot.session()).staysAlive();
    }
}
