package io.lasttab.core.session;

import io.lasttab.core.fault.Faults;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ends of one application's sessions that have failed: counted each time, told once for each kind of fault. Safe for use
 * by many threads.
 */
final class FailedEnds {

    private static final Logger LOG = LoggerFactory.getLogger(FailedEnds.class);

    private final Faults faults;
    private final LongAdder count = new LongAdder();
    private final Set<Faults.Kind> told = Collections.synchronizedSet(EnumSet.noneOf(Faults.Kind.class));
    private volatile String application = "an application";

    FailedEnds(Faults faults) {
        this.faults = faults;
    }

    /** The application as operators know it. */
    void nameApplication(String name) {
        application = name;
    }

    /** The container did nothing, such as when a request has come in between. */
    void nothingDone() {
        count.increment();
    }

    /** The session lives on, and is going to be judged again. */
    void livesOn(Throwable fault) {
        count.increment();
        if (fault instanceof SessionStoreException) {
            tell(
                    Faults.Kind.SESSION_STORE,
                    "The session store of {} cannot forget a session that was to be ended: it lives on, and its end is tried"
                            + " again after another grace. Look after the store; if it happens again, it is only counted"
                            + " (FailedExpiries)",
                    fault);
        } else {
            tell(
                    Faults.Kind.SESSION_END,
                    "A session of {} could not be ended: it lives on, and its end is tried again after another grace. If it"
                            + " happens again, it is only counted (FailedExpiries)",
                    fault);
        }
    }

    /** The session has ended, but not without a fault. */
    void endedBut(Throwable fault) {
        if (fault instanceof SessionStoreException) {
            count.increment();
            tell(
                    Faults.Kind.SESSION_STORE,
                    "A session of {} has ended, but the session store cannot forget it: the container tries again at the"
                            + " session's timeout. Look after the store; if it happens again, it is only counted"
                            + " (FailedExpiries)",
                    fault);
        } else {
            tell(
                    Faults.Kind.SESSION_LISTENER,
                    "{} threw when it was told of the end of a session, as it would have at a timeout. Look after its"
                            + " listeners; if it happens again, it is only counted (Faults)",
                    fault);
        }
    }

    private void tell(Faults.Kind kind, String message, Throwable fault) {
        faults.count(kind);
        if (told.add(kind)) {
            LOG.warn(message, application, fault);
        }
    }

    /** How many ends have failed: of sessions that live on, or that their store keeps. */
    long count() {
        return count.sum();
    }

    void reset() {
        count.reset();
    }
}
