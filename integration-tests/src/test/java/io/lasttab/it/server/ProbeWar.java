package io.lasttab.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.tomcat.jakartaee.Migration;

/** The probe application as a server wants it: its servlet API by the old name or the new. */
final class ProbeWar {
    private static final int OVER_THE_SENDFILE_LIMIT = 220 * 1024;
    /** Held, for a logger that nobody holds forgets its level. */
    private static final Logger MIGRATION = Logger.getLogger(Migration.class.getPackageName());

    private static final Lazy JAVAX = new Lazy(() -> javax());
    private static final Lazy JAKARTA = new Lazy(() -> jakarta());

    private ProbeWar() {}

    static Path of(Container container) {
        return (container.jakarta() ? JAKARTA : JAVAX).path();
    }

    /** Keeps its sessions over a restart: on Tomcat, where older versions do so as they come. */
    static Path keepingSessions(Container container, Path folder) {
        return withManager(container, folder, "<Manager pathname=\"SESSIONS.ser\" processExpiresFrequency=\"1\"/>");
    }

    /** For Tomcat: nothing but an end of a session, and a look for one that is not in memory, goes to the store. */
    static Path withStore(Container container, Path folder) {
        return withManager(container, folder.getParent(), """
                <Manager className="org.apache.catalina.session.PersistentManager" saveOnRestart="false"
                         maxIdleSwap="-1" minIdleSwap="-1" maxIdleBackup="-1">
                  <Store className="org.apache.catalina.session.FileStore" directory="%s"/>
                </Manager>""".formatted(folder));
    }

    private static Path withManager(Container container, Path folder, String manager) {
        try {
            Path war = Files.createTempFile(folder, "managed", ".war");
            Files.copy(of(container), war, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem content = FileSystems.newFileSystem(war)) {
                Files.createDirectories(content.getPath("META-INF"));
                Files.writeString(content.getPath("META-INF/context.xml"), "<Context>" + manager + "</Context>");
            }
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path javax() throws IOException {
        Path war = BuildFolder.path("probe-javax.war");
        Files.copy(Path.of(System.getProperty("lasttab.probe.war")), war, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem content = FileSystems.newFileSystem(war)) {
            Files.writeString(content.getPath("big.html"), bigPage());
            byte[] noise = new byte[OVER_THE_SENDFILE_LIMIT];
            new Random(1).nextBytes(noise);
            Files.write(content.getPath("image.png"), noise);
        }
        return war;
    }

    private static Path jakarta() throws IOException {
        Path war = BuildFolder.path("probe-jakarta.war");
        MIGRATION.setLevel(Level.WARNING);
        Migration migration = new Migration();
        migration.setSource(JAVAX.path().toFile());
        migration.setDestination(war.toFile());
        migration.execute();
        return war;
    }

    private static String bigPage() {
        StringBuilder page = new StringBuilder(
                "<!DOCTYPE html>\n<html>\n<head>\n<title>Big</title>\n<link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n");
        while (page.toString().getBytes(StandardCharsets.US_ASCII).length < OVER_THE_SENDFILE_LIMIT) {
            page.append("<p>as long as it takes</p>\n".repeat(1_000));
        }
        return page.append("</body>\n</html>\n").toString();
    }

    /** Built once, by whoever comes first. */
    private static final class Lazy {
        private final Build build;
        private Path path;

        Lazy(Build build) {
            this.build = build;
        }

        synchronized Path path() {
            if (path == null) {
                try {
                    path = build.build();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return path;
        }
    }

    private interface Build {
        Path build() throws IOException;
    }
}
