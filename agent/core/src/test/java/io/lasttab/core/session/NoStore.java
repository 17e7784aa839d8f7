package io.lasttab.core.session;

/** A container for tests in which nothing is to be ended. */
public final class NoStore implements SessionStore {

    @Override
    public void expire(Object session) {
        throw new AssertionError("nothing is ended in here");
    }

    @Override
    public long createdMillis(Object session) {
        return System.currentTimeMillis();
    }

    @Override
    public long timeoutMillis(Object session) {
        return 1_800_000;
    }

    @Override
    public String id(Object session) {
        return "id";
    }
}
