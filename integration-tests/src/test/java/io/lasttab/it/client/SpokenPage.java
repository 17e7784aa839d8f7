package io.lasttab.it.client;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A page without a browser: its id, its sequence numbers, and what it says. */
public final class SpokenPage {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Visitor visitor;
    private final String id = newId();
    private int sequence;

    SpokenPage(Visitor visitor) {
        this.visitor = visitor;
    }

    public static String newId() {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    public String id() {
        return id;
    }

    public Answer hello() {
        return say("hello");
    }

    /** The hello of a page in the tab of another one. */
    public Answer helloAfter(SpokenPage before) {
        return visitor.say("hello " + id + " " + ++sequence + " after " + before.id + " " + before.sequence);
    }

    public Answer alive() {
        return say("alive");
    }

    /** Says bye; the moment at which the server took it lies inside the interval given back. */
    public Moment bye() {
        long before = System.currentTimeMillis();
        say("bye");
        return new Moment(before, System.currentTimeMillis());
    }

    /** The same, in the knowledge that it sends its user to another host. */
    public Moment byeTo(String host) {
        long before = System.currentTimeMillis();
        visitor.say("bye " + id + " " + ++sequence + " cached away " + host);
        return new Moment(before, System.currentTimeMillis());
    }

    private Answer say(String kind) {
        return visitor.say(kind + " " + id + " " + ++sequence);
    }
}
