package io.lasttab.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;

/** The agent's jar as the build has made it. */
final class AgentJar {

    static final String INSIDE = "META-INF/inside/";

    private AgentJar() {}

    static Path path() {
        return Path.of(System.getProperty("lasttab.agent.jar", "target/lasttab-agent.jar"));
    }

    /** All files in the jar, by name. */
    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (JarFile jar = new JarFile(path().toFile())) {
            for (JarEntry entry :
                    jar.stream().filter(entry -> !entry.isDirectory()).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    /** All class files in the jar, by name. */
    static Map<String, ClassReader> classes() {
        Map<String, ClassReader> classes = new LinkedHashMap<>();
        files().forEach((name, bytes) -> {
            if (name.endsWith(".class")) {
                classes.put(name, new ClassReader(bytes));
            }
        });
        return classes;
    }

    /** A copy of the jar, some of whose class files are changed. */
    static Path doctored(Path copy, String prefix, String suffix, UnaryOperator<byte[]> change) throws IOException {
        try (JarFile jar = new JarFile(path().toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy), jar.getManifest())) {
            for (Map.Entry<String, byte[]> file : files().entrySet()) {
                String name = file.getKey();
                if (!name.equals(JarFile.MANIFEST_NAME)) {
                    out.putNextEntry(new JarEntry(name));
                    boolean chosen = name.startsWith(prefix) && name.endsWith(suffix);
                    out.write(chosen ? change.apply(file.getValue()) : file.getValue());
                }
            }
        }
        return copy;
    }
}
