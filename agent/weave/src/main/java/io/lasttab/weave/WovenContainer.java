package io.lasttab.weave;

import io.lasttab.bridge.Adapter;
import io.lasttab.bridge.ContainerReport;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One container found in this JVM and what stands between its faults and the server. A container is woven whole or not at
 * all: if one hook fails too often, all of them fall silent, because the others would decide on half of what happens.
 */
final class WovenContainer {

    /** A hook that throws this often is broken, not unlucky. */
    static final int FAULTS_ALLOWED = 10;

    private static final Logger LOG = LoggerFactory.getLogger(WovenContainer.class);

    private final Plan plan;
    private final ContainerReport report;
    /** Weakly: it leads to the container's class loader, by which this is kept; the hooks hold it. */
    private volatile WeakReference<Adapter> adapter = new WeakReference<>(null);

    private final Set<String> woven = ConcurrentHashMap.newKeySet();
    private volatile boolean givenUp;

    WovenContainer(Plan plan, ContainerReport report) {
        this.plan = plan;
        this.report = report;
    }

    Plan plan() {
        return plan;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    /** A class of it has got its hooks. */
    void wove(String type) {
        woven.add(type);
    }

    boolean hasWoven(String type) {
        return woven.contains(type);
    }

    /** What became of it, in a few words for operators. */
    String outcome() {
        return plan.container + (report.reason().isEmpty() ? "" : " is left alone: " + report.reason());
    }

    /** Begins nothing new and ends no session from now on, as the agent is about to leave. */
    void fallSilent() {
        givenUp = true;
        Adapter served = adapter.get();
        if (served != null) {
            served.givenUp();
        }
    }

    void servedBy(Adapter adapter) {
        this.adapter = new WeakReference<>(adapter);
        adapter.onFault((name, fault) -> {
            holdAll();
            failed(name, fault);
        });
        if (givenUp) {
            adapter.givenUp();
        }
    }

    /** A hook threw. */
    void hookFailed(int hook, Throwable fault) {
        holdAll();
        failed(plan.hook(hook).toString(), fault);
    }

    /** First of all: whatever is done about a fault may fail too, for want of memory. */
    private void holdAll() {
        Adapter served = adapter.get();
        if (served != null && !givenUp) {
            served.hookFailed();
        }
    }

    /** A hook, or what the container calls besides, failed: counted, told once, and at the end of patience all is given up. */
    private void failed(String name, Throwable fault) {
        long times = report.fault(name);
        if (givenUp) {
            return; // said already, and nothing is ended any more
        }
        if (times == 1) {
            LOG.warn("A hook in {} failed; the server goes on as without the agent: {}", plan.container, name, fault);
        }
        if (times >= FAULTS_ALLOWED) {
            giveUp(name + " failed " + times + " times", fault);
        }
    }

    /** Leaves the container as it is: nothing of it has been woven yet. */
    void doesNotFit(String missing) {
        givenUp = true;
        report.leftAlone(ContainerReport.State.DOES_NOT_FIT, missing);
    }

    /** Leaves the container alone from now on. Told once. Holds no lock then: the adapter may have classes still to load. */
    void giveUp(String reason, Throwable fault) {
        if (!isFirstToGiveUp()) {
            return;
        }
        report.leftAlone(ContainerReport.State.GIVEN_UP, reason);
        Adapter served = adapter.get();
        if (served != null) {
            served.givenUp();
        }
        LOG.warn("{} is left alone from now on, no session is ended early any more: {}", plan.container, reason, fault);
    }

    private synchronized boolean isFirstToGiveUp() {
        boolean first = !givenUp;
        givenUp = true;
        return first;
    }
}
