package io.lasttab.dist.child;

import java.io.IOException;

/** A JVM that runs on, and is no server. */
public final class Idle {

    private Idle() {}

    public static void main(String[] args) throws IOException {
        Parent.servedUntilItSaysSo(0);
    }
}
