package io.lasttab.it.soak;

import io.lasttab.it.server.Server;

/** Where the actors meet: the server, its application that stays deployed, and the time that they have. */
record Scene(Server server, RequestTally requests, Course course) {
    /** The application that stays. */
    static final String CONTEXT = "soak";

    Guest guest() {
        return new Guest(server, CONTEXT, requests);
    }
}
