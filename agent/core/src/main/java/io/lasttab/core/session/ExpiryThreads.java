package io.lasttab.core.session;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which the sessions of one application are ended, which runs its listeners. As many as listeners block, up to
 * a limit; none when there is nothing to do.
 *
 * <p>Each application has its own: if its listeners block all of them, its own other sessions wait, and nobody else's.
 */
final class ExpiryThreads extends ThreadPoolExecutor {

    /** Of each application. All that are due at once are ended by so many: a server must not be flooded with threads. */
    static final int MOST = 16;

    private static final long IDLE_SECONDS = 30;

    ExpiryThreads() {
        super(
                0,
                MOST,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new HandOver(),
                work -> Reaper.daemon(work, "lasttab-expiry"),
                (work, pool) ->
                        ((HandOver) pool.getQueue()).put(work)); // all are busy: the first that is free takes it
    }

    /** Takes work only for a thread that waits for it; else a new one is made. */
    private static final class HandOver extends LinkedTransferQueue<Runnable> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean offer(Runnable work) {
            return tryTransfer(work);
        }
    }
}
