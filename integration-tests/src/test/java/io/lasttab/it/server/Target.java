package io.lasttab.it.server;

/** A container on a Java. */
public record Target(Container container, Jdk jdk) {
    @Override
    public String toString() {
        return container.name() + "-" + jdk;
    }
}
