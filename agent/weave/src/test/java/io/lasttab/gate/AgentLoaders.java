package io.lasttab.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Makes agent loaders for tests. */
public final class AgentLoaders {

    private AgentLoaders() {}

    /** One over a jar that holds these files inside. */
    public static AgentLoader of(Path jar, Map<String, byte[]> files) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(AgentLoader.PREFIX + file.getKey()));
                out.write(file.getValue());
            }
        }
        return new AgentLoader(jar.toFile(), AgentLoaders.class.getClassLoader());
    }
}
