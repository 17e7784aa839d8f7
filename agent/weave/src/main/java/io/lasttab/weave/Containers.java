package io.lasttab.weave;

import io.lasttab.bridge.AgentCore;
import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.ContainerReport;
import io.lasttab.gate.AgentLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The containers found in this JVM so far, by the class loader that holds their woven classes. Safe for many threads. */
final class Containers {

    private static final Logger LOG = LoggerFactory.getLogger(Containers.class);

    private final List<Plan> plans;
    private final AgentLoader agent;
    private final AgentCore core;
    private final Map<ClassLoader, Map<Plan, WovenContainer>> found = new WeakHashMap<>();
    private final Set<String> told = new HashSet<>();

    Containers(List<Plan> plans, AgentLoader agent, AgentCore core) {
        this.plans = plans;
        this.agent = agent;
        this.core = core;
    }

    /**
     * The container that a class belongs to, looked over the first time; one that does not fit is already given up.
     *
     * @return null if the class is of none, but only goes by a name that one of them uses too
     */
    WovenContainer of(ClassLoader loader, String type) {
        for (Plan plan : plans) {
            if (plan.weaves(type) && isThere(plan.anchor, loader)) {
                WovenContainer known = known(loader, plan);
                return known == null ? lookOver(plan, loader) : known;
            }
        }
        return null;
    }

    private synchronized WovenContainer known(ClassLoader loader, Plan plan) {
        Map<Plan, WovenContainer> ofLoader = found.get(loader);
        return ofLoader == null ? null : ofLoader.get(plan);
    }

    /** Those found so far. */
    synchronized List<WovenContainer> all() {
        List<WovenContainer> all = new ArrayList<>();
        for (Map<Plan, WovenContainer> ofLoader : found.values()) {
            all.addAll(ofLoader.values());
        }
        return all;
    }

    /** The anchor tells families apart that share class names, such as Jetty 12 and those before it. */
    private static boolean isThere(String anchor, ClassLoader loader) {
        return loader.getResource(anchor.replace('.', '/') + ".class") != null;
    }

    /**
     * Asks the container's loader without a lock held: the thread that is loading there now, and may hold the loader's own
     * lock, will ask here next. So two threads may look at the same time; what the first one has found holds.
     */
    private WovenContainer lookOver(Plan plan, ClassLoader loader) {
        ContainerReport report = new ContainerReport(plan.container, plan.hookNames());
        WovenContainer container = new WovenContainer(plan, report);
        String missing = missing(plan, loader);
        if (missing != null) {
            container.doesNotFit(missing);
        }
        boolean isNews;
        synchronized (this) {
            Map<Plan, WovenContainer> ofLoader = found.get(loader);
            if (ofLoader == null) {
                ofLoader = new HashMap<>();
                found.put(loader, ofLoader);
            }
            WovenContainer first = ofLoader.putIfAbsent(plan, container);
            if (first != null) {
                return first;
            }
            isNews = missing == null || told.add(plan.adapter + " " + missing); // its parts miss the same
        }
        tell(plan, missing, isNews);
        start(container, report);
        return container;
    }

    /** It is found already: should the agent fail to start, for want of a thread, say, then others must not weave it half. */
    private void start(WovenContainer container, ContainerReport report) {
        try {
            core.containerFound(report);
        } catch (RuntimeException | Error fault) {
            container.giveUp("the agent cannot start", fault);
        }
    }

    private static void tell(Plan plan, String missing, boolean isNews) {
        if (missing == null) {
            LOG.info(
                    "{} found: {} hooks go in, Lasttab {}",
                    plan.container,
                    plan.hooks.size(),
                    AgentLoader.class.getPackage().getImplementationVersion()); // from the jar's manifest
        } else if (isNews) {
            LOG.warn("{} is left alone, as this version does not fit the agent: {}", plan.container, missing);
        }
    }

    /** A fault of the check itself, such as a jar of the agent that was replaced under it, costs this container alone. */
    private String missing(Plan plan, ClassLoader loader) {
        try {
            return seesBridge(loader)
                    ? new FitCheck(plan, loader, agent).missing()
                    : "its class loader does not see the agent's bridge";
        } catch (RuntimeException | Error fault) {
            return "it could not be checked (" + fault + ")";
        }
    }

    /** Woven code that cannot find the bridge would throw in the middle of the container. */
    private static boolean seesBridge(ClassLoader loader) {
        try {
            return Class.forName(Bridge.class.getName(), false, loader) == Bridge.class;
        } catch (ClassNotFoundException unseen) {
            return false;
        }
    }
}
