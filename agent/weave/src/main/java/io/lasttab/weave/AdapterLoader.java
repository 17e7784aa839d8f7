package io.lasttab.weave;

import io.lasttab.gate.AgentLoader;

/**
 * Where an adapter lives: between a container, whose classes it was compiled against, and the agent's core. One for each
 * loader that holds a container's anchor class, so two embedded servers do not meet in here.
 */
final class AdapterLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final AgentLoader agent;
    private final String adapterPackage;

    AdapterLoader(ClassLoader container, AgentLoader agent, String adapterPackage) {
        super(container);
        this.agent = agent;
        this.adapterPackage = adapterPackage;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("io.lasttab.")) {
            return super.loadClass(name, resolve);
        }
        if (!name.startsWith(adapterPackage)) {
            return agent.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = agent.classFile(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
