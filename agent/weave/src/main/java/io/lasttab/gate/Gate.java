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
import java.util.HashSet;
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

    private final String arguments;
    private final Instrumentation instrumentation;
    private final File jar;
    private volatile Set<String> names;
    private ClassFileTransformer inside;

    Gate(String arguments, Instrumentation instrumentation, File jar) throws IOException {
        this.arguments = arguments;
        this.instrumentation = instrumentation;
        this.jar = jar;
        this.names = namesOfWovenClasses(jar);
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
            ClassFileTransformer weaver = inside(loader);
            return weaver == null ? null : weaver.transform(loader, name, redefined, domain, bytes);
        } catch (Throwable fault) {
            close("is off, the server runs without it: " + fault);
            return null;
        }
    }

    /** Weaves classes that other agents have loaded before us. */
    void openFor(Class<?>[] loaded) throws UnmodifiableClassException {
        for (Class<?> type : loaded) {
            if (names.contains(type.getName().replace('.', '/'))) {
                instrumentation.retransformClasses(type);
            }
        }
    }

    private synchronized ClassFileTransformer inside(ClassLoader container)
            throws ReflectiveOperationException, IOException {
        if (inside == null && !names.isEmpty()) {
            // Made first: once the jar is on the boot path, all that is still to be loaded comes from there, and is
            // none
            // of this package any more.
            AgentLoader loader = new AgentLoader(jar, Gate.class.getClassLoader());
            if (!isSeenBy(container)) {
                // Only in here, before the bridge is loaded, so that there is one for everybody. Not for the common
                // case,
                // as this turns class-data sharing off and has the JVM print a warning.
                instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar, false));
            }
            try {
                inside = (ClassFileTransformer)
                        loader.loadClass(WEAVER).getConstructor(String.class).newInstance(arguments);
            } catch (InvocationTargetException refused) {
                Throwable why = refused.getCause();
                // Wrong settings say in their message what is wrong; anything else is named by its type too.
                close("is off, the server starts without it: "
                        + (why instanceof IllegalArgumentException ? why.getMessage() : why));
            }
        }
        return inside;
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
        names = new HashSet<>();
        instrumentation.removeTransformer(this);
        Agent.say(why);
    }
}
