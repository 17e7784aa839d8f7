package io.lasttab.probe;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpSession;

/** A listener's trouble with the end of a session that asked for it: see {@link TroubleServlet}. */
final class HardEnd {
    static final String ATTRIBUTE = "hard-end";
    static final String THROW = "throw";
    static final String BLOCK = "block";
    private static final CountDownLatch LET_GO = new CountDownLatch(1);
    private static final int MOST_SECONDS = 600;

    private HardEnd() {}

    static void of(HttpSession session) {
        Object wanted = session.getAttribute(ATTRIBUTE);
        if (THROW.equals(wanted)) {
            throw new OnPurpose();
        }
        if (wanted != null) {
            EventLog.add("blocking", session.getId());
            block(wanted.equals(BLOCK) ? TimeUnit.SECONDS.toMillis(MOST_SECONDS) : Long.parseLong((String) wanted));
        }
    }

    private static void block(long millis) {
        try {
            LET_GO.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void letGo() {
        LET_GO.countDown();
    }
}
