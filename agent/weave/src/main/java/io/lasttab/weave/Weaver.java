package io.lasttab.weave;

import io.lasttab.bridge.Adapter;
import io.lasttab.bridge.AgentCore;
import io.lasttab.bridge.Bridge;
import io.lasttab.gate.AgentLoader;
import io.lasttab.gate.Inside;
import java.io.IOException;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The agent's inside, awake: weaves the classes that the gate hands over. */
public final class Weaver implements Inside {

    private static final long LONGEST_WAIT_MILLIS = 30_000;
    private static final long WAIT_MILLIS = 5;

    private final AgentCore core;
    private final Containers containers;
    private final Linker linker;

    /**
     * Wakes the agent.
     *
     * @param arguments the settings file; null for none
     * @param late whether the server has been running without it until now
     * @throws IllegalArgumentException if a setting is wrong; the message says which, and what would be right
     */
    public Weaver(String arguments, boolean late) throws IOException {
        AgentLoader loader = (AgentLoader) Weaver.class.getClassLoader();
        core = ServiceLoader.load(AgentCore.class, loader).iterator().next();
        core.start(arguments, late);
        containers = new Containers(Catalogue.read(loader), loader, core);
        linker = new Linker(loader, containers);
        Bridge.linkBy(linker::link);
    }

    @Override
    public boolean isToBeWoven(Class<?> loaded) {
        WovenContainer container = containers.of(loaded.getClassLoader(), loaded.getName());
        if (container == null || container.isGivenUp()) {
            return false;
        }
        Bridge.link(loaded); // here, not on a request's thread; gives the container up if its adapter does not start
        return !container.isGivenUp();
    }

    @Override
    public boolean isWoven(Class<?> loaded) {
        WovenContainer container = containers.of(loaded.getClassLoader(), loaded.getName());
        return container != null && container.hasWoven(loaded.getName());
    }

    @Override
    public void show() {
        core.show();
    }

    @Override
    public String outcome() {
        TreeSet<String> outcomes = new TreeSet<>();
        containers.all().forEach(container -> outcomes.add(container.outcome()));
        return String.join("; ", outcomes);
    }

    @Override
    public void settle() {
        containers.all().forEach(WovenContainer::fallSilent);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
        while (linker.adapters().stream().anyMatch(Adapter::isBetweenHooks) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS)); // for a client that reads, it is no time
        }
    }

    @Override
    public void close(Class<?>... woven) {
        List<Adapter> leaving = linker.adapters(); // nobody else holds them once they are unlinked
        Bridge.unlink(woven);
        leaving.forEach(Adapter::leave);
        core.stop();
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String internalName, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        String name = internalName.replace('/', '.');
        WovenContainer container = containers.of(loader, name);
        if (container == null || container.isGivenUp()) {
            return null;
        }
        try {
            byte[] woven = ClassWeaver.weave(container.plan(), internalName, bytes);
            container.wove(name);
            return woven;
        } catch (RuntimeException | Error fault) {
            container.giveUp(name + " cannot be woven", fault);
            return null;
        }
    }
}
