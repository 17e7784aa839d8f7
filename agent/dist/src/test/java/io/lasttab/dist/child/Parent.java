package io.lasttab.dist.child;

import java.io.IOException;

/** Who has started this server: reads its standard output, and has it run until its standard input ends. */
final class Parent {

    private Parent() {}

    /** Prints {@code port <n>} and waits for the end of standard input. */
    static void servedUntilItSaysSo(int port) throws IOException {
        System.out.println("port " + port);
        while (System.in.read() >= 0) {
            // until the other side closes
        }
    }
}
