package io.lasttab.gate;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * Looks at the name of each class that is loaded, and at nothing else, until one of a known container comes by; then wakes
 * the agent's inside and hands over those few classes. A JVM that is no server pays for a set of a dozen names.
 */
final class Gate implements ClassFileTransformer {

    /** In the agent's jar: which containers there are and what is woven into them. One file, appended to by each container. */
    private static final String CATALOGUE = AgentLoader.PREFIX + "META-INF/lasttab/containers";

    private static final String WEAVER = "io.lasttab.weave.Weaver";

    private static volatile boolean onBootPath; // once for the JVM, however often the agent comes and goes

    private final String arguments;
    private final Instrumentation instrumentation;
    private final File jar;
    private final boolean late;
    private final Set<String> known;
    private volatile Set<String> names; // those known; none when the gate is closed
    private volatile Inside inside;
    private volatile String refusal;

    /** @param late whether the server has been running until now */
    Gate(String arguments, Instrumentation instrumentation, File jar, boolean late) throws IOException {
        this.arguments = arguments;
        this.instrumentation = instrumentation;
        this.jar = jar;
        this.late = late;
        this.known = namesOfWovenClasses(jar);
        this.names = known;
    }

    /** Reads the second words of the catalogue's lines {@code hook <class> …}. */
    private static Set<String> namesOfWovenClasses(File jar) throws IOException {
        Set<String> names = new HashSet<>();
        try (JarFile file = new JarFile(jar, false);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(file.getInputStream(file.getEntry(CATALOGUE)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("hook ")) {
                    names.add(line.substring(5, line.indexOf(' ', 5)).replace('.', '/'));
                }
            }
        }
        return names;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (name == null || !names.contains(name)) {
            return null;
        }
        try {
            Inside weaver = inside(loader);
            return weaver == null ? null : weaver.transform(loader, name, redefined, domain, bytes);
        } catch (Throwable fault) {
            close("is off, the server runs without it: " + fault);
            return null;
        }
    }

    /** Weaves what is loaded from now on, and what other agents have loaded before us. */
    void open() throws UnmodifiableClassException {
        instrumentation.addTransformer(this, true);
        Class<?>[] loaded = loaded();
        if (loaded.length > 0) {
            instrumentation.retransformClasses(loaded);
        }
    }

    /**
     * Weaves a server that runs: all its classes at one stroke, or none of them.
     *
     * @return null if it is done; else why not, and all is as it was
     */
    String openLate() {
        instrumentation.addTransformer(this, true);
        Class<?>[] loaded = loaded();
        if (loaded.length == 0) {
            return undone("no servlet container that it knows runs here");
        }
        try {
            Inside awake = inside(loaded[0].getClassLoader());
            if (awake == null) {
                return undone(refusal);
            }
            // The second look is for classes that were on their way past the transformer when the first one was taken.
            int woven = weaveLoaded(awake) + weaveLoaded(awake);
            if (woven == 0) {
                return undone(awake.outcome());
            }
            awake.show();
            return null;
        } catch (Throwable fault) {
            return undone(fault.toString());
        }
    }

    /** The JVM changes all of them at once, while no thread runs; a class that cannot be changed keeps all from it. */
    private int weaveLoaded(Inside awake) throws UnmodifiableClassException {
        List<Class<?>> toBeWoven = new ArrayList<>();
        for (Class<?> type : loaded()) {
            if (!awake.isWoven(type) && awake.isToBeWoven(type)) {
                toBeWoven.add(type);
            }
        }
        if (!toBeWoven.isEmpty()) {
            instrumentation.retransformClasses(toBeWoven.toArray(new Class<?>[0]));
        }
        for (Class<?> type : toBeWoven) {
            if (!awake.isWoven(type)) {
                throw new IllegalStateException(type.getName() + " cannot be woven: " + awake.outcome());
            }
        }
        return toBeWoven.size();
    }

    private String undone(String why) {
        String leftOver = leave();
        return leftOver == null ? why : why + "; " + leftOver;
    }

    /**
     * Gives all classes back their own code and puts the agent to sleep for ever.
     *
     * @return null; or what could not be undone
     */
    String leave() {
        names = new HashSet<>();
        instrumentation.removeTransformer(this);
        Inside leaving;
        synchronized (this) {
            leaving = inside;
            inside = null;
        }
        if (leaving == null) {
            return null;
        }
        leaving.settle();
        String leftOver = null;
        List<Class<?>> changed = new ArrayList<>();
        for (Class<?> type : loaded()) {
            if (leaving.isWoven(type)) {
                changed.add(type);
            }
        }
        Class<?>[] types = changed.toArray(new Class<?>[0]);
        try {
            if (types.length > 0) {
                instrumentation.retransformClasses(types);
            }
        } catch (Throwable fault) {
            leftOver = "calls that do nothing stay in the server's classes: " + fault;
        }
        leaving.close(loaded());
        return leftOver;
    }

    /** What became of the containers, for operators. */
    String outcome() {
        Inside awake = inside;
        return awake == null ? "" : awake.outcome();
    }

    private Class<?>[] loaded() {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (known.contains(type.getName().replace('.', '/'))) {
                found.add(type);
            }
        }
        return found.toArray(new Class<?>[0]);
    }

    private Inside inside(ClassLoader container) throws ReflectiveOperationException, IOException {
        if (inside == null && !names.isEmpty()) {
            // Before the lock is taken: the container's loader may have one too, held by a thread that waits for ours.
            boolean isSeen = onBootPath || isSeenBy(container);
            String why = wake(isSeen);
            if (why != null) {
                close("is off, the server " + (late ? "goes on" : "starts") + " without it: " + why);
            }
        }
        return inside;
    }

    /** @return why it does not wake; null if it does, or has */
    private synchronized String wake(boolean isSeen) throws ReflectiveOperationException, IOException {
        if (inside == null && !names.isEmpty()) {
            // Made first: once the jar is on the boot path, all that is still to be loaded comes from there, and is
            // none of this package any more.
            AgentLoader loader = new AgentLoader(jar, Gate.class.getClassLoader());
            if (!onBootPath && !isSeen) {
                // Only in here, before the bridge is loaded, so that there is one for everybody. Not for the common
                // case, as this turns class-data sharing off and has the JVM print a warning.
                instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar, false));
                onBootPath = true;
            }
            try {
                inside = (Inside) loader.loadClass(WEAVER)
                        .getConstructor(String.class, boolean.class)
                        .newInstance(arguments, late);
            } catch (InvocationTargetException refused) {
                Throwable cause = refused.getCause();
                // Wrong settings say in their message what is wrong; anything else is named by its type too.
                refusal = cause instanceof IllegalArgumentException ? cause.getMessage() : cause.toString();
                names = new HashSet<>();
                return refusal;
            }
        }
        return null;
    }

    /** Whether a container's loader hangs below the one that loaded the agent, as it does unless it is an OSGi bundle's. */
    private static boolean isSeenBy(ClassLoader container) {
        try {
            return Class.forName(Gate.class.getName(), false, container) == Gate.class;
        } catch (ClassNotFoundException unseen) {
            return false;
        }
    }

    private void close(String why) {
        synchronized (this) {
            names = new HashSet<>();
            instrumentation.removeTransformer(this);
            if (inside == null) { // else it goes on with what it has woven, and can be detached
                System.clearProperty(Agent.PRESENT); // so that it can be attached when what is wrong is right
            }
        }
        Agent.say(why); // standard error may be the server's logging by now, which loads classes
    }
}
