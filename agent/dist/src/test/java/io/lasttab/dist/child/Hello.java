package io.lasttab.dist.child;

/** A JVM that is no server. */
public final class Hello {

    private Hello() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
