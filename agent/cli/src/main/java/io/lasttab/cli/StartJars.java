package io.lasttab.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jars that a JVM was started with, and the jars inside of one that was started by {@code java -jar}. */
final class StartJars {

    private StartJars() {}

    /** @param properties the JVM's system properties */
    static List<String> of(Properties properties) {
        String separator = properties.getProperty("path.separator", ":");
        List<String> jars = new ArrayList<>();
        for (String entry :
                properties.getProperty("java.class.path", "").split(java.util.regex.Pattern.quote(separator))) {
            if (!entry.isEmpty()) {
                jars.add(entry.replace('\\', '/'));
            }
        }
        if (jars.size() == 1) {
            addInner(properties.getProperty("user.dir", ""), jars.get(0), jars);
        }
        return jars;
    }

    private static void addInner(String folder, String file, List<String> jars) {
        try (ZipFile jar = new ZipFile(Path.of(folder).resolve(file).toFile())) {
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".jar"))
                    .forEach(jars::add);
        } catch (IOException | InvalidPathException unreadable) {
            return; // a folder, or of another user's: so nothing more is known
        }
    }
}
