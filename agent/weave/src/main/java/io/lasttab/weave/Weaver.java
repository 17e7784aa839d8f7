package io.lasttab.weave;

import io.lasttab.bridge.AgentCore;
import io.lasttab.bridge.Bridge;
import io.lasttab.gate.AgentLoader;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ServiceLoader;

/** The agent's inside, awake: weaves the classes that the gate hands over. */
public final class Weaver implements ClassFileTransformer {

    private final Containers containers;

    /**
     * Wakes the agent.
     *
     * @param arguments the settings file; null for none
     * @throws IllegalArgumentException if a setting is wrong; the message says which, and what would be right
     */
    public Weaver(String arguments) throws IOException {
        AgentLoader loader = (AgentLoader) Weaver.class.getClassLoader();
        AgentCore core = ServiceLoader.load(AgentCore.class, loader).iterator().next();
        core.start(arguments);
        containers = new Containers(Catalogue.read(loader), loader, core);
        Bridge.linkBy(new Linker(loader, containers)::link);
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
            return ClassWeaver.weave(container.plan(), internalName, bytes);
        } catch (RuntimeException | Error fault) {
            container.giveUp(name + " cannot be woven", fault);
            return null;
        }
    }
}
