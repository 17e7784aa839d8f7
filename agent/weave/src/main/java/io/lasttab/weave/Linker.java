package io.lasttab.weave;

import io.lasttab.bridge.Adapter;
import io.lasttab.bridge.Hook;
import io.lasttab.gate.AgentLoader;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Finds the hooks of a woven class, the first time that it runs: makes the container's adapter, or takes the one that
 * another class of the same container has made. What it hands out holds the adapter; here it is held weakly, so nothing
 * here keeps a container that is thrown away.
 */
final class Linker {

    private final AgentLoader agent;
    private final Containers containers;
    private final Map<ClassLoader, Map<String, WeakReference<Adapter>>> adapters = new WeakHashMap<>();

    Linker(AgentLoader agent, Containers containers) {
        this.agent = agent;
        this.containers = containers;
    }

    Hook[] link(Class<?> woven) {
        WovenContainer container = containers.of(woven.getClassLoader(), woven.getName());
        Plan plan = container.plan();
        try {
            Adapter adapter = adapterFor(woven, plan);
            container.servedBy(adapter);
            Hook[] hooks = adapter.hooks();
            Hook[] contained = new Hook[hooks.length];
            for (int id = 0; id < hooks.length; id++) {
                contained[id] = new ContainedHook(woven, adapter, hooks[id], id, container);
            }
            return contained;
        } catch (Throwable fault) {
            container.giveUp("its adapter cannot be started", fault);
            Hook[] none = new Hook[plan.endOfIds()];
            Arrays.fill(none, Hook.NONE);
            return none;
        }
    }

    /** The adapters that serve a container at the moment. */
    synchronized List<Adapter> adapters() {
        List<Adapter> serving = new ArrayList<>();
        for (Map<String, WeakReference<Adapter>> ofLoader : adapters.values()) {
            for (WeakReference<Adapter> known : ofLoader.values()) {
                Adapter adapter = known.get();
                if (adapter != null) {
                    serving.add(adapter);
                }
            }
        }
        return serving;
    }

    /**
     * One adapter for each loader of the anchor class: parts of a container may sit in loaders below it (Jetty 12). Loads
     * without a lock held, as the container's loader may have one of its own, which a thread holds that waits for ours. So
     * two may be made at the same time; the first one counts, the other has done nothing yet.
     */
    private Adapter adapterFor(Class<?> woven, Plan plan) throws ReflectiveOperationException {
        ClassLoader loader =
                Class.forName(plan.anchor, false, woven.getClassLoader()).getClassLoader();
        Adapter known = known(loader, plan);
        return known == null ? firstOf(loader, plan, make(loader, plan)) : known;
    }

    private Adapter make(ClassLoader loader, Plan plan) throws ReflectiveOperationException {
        return (Adapter) new AdapterLoader(loader, agent, plan.adapterPackage())
                .loadClass(plan.adapter)
                .getConstructor()
                .newInstance();
    }

    private synchronized Adapter known(ClassLoader loader, Plan plan) {
        Map<String, WeakReference<Adapter>> ofLoader = adapters.get(loader);
        WeakReference<Adapter> known = ofLoader == null ? null : ofLoader.get(plan.adapter);
        return known == null ? null : known.get();
    }

    private synchronized Adapter firstOf(ClassLoader loader, Plan plan, Adapter made) {
        Adapter known = known(loader, plan);
        if (known != null) {
            return known;
        }
        Map<String, WeakReference<Adapter>> ofLoader = adapters.get(loader);
        if (ofLoader == null) {
            ofLoader = new HashMap<>();
            adapters.put(loader, ofLoader);
        }
        ofLoader.put(plan.adapter, new WeakReference<>(made));
        return made;
    }
}
