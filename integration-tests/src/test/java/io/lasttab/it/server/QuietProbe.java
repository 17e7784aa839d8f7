package io.lasttab.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The probe for a server that runs for long: it writes down nothing about its sessions, which would grow for ever, and gives
 * them a minute of idle time.
 */
public final class QuietProbe {
    /** The file in it that says which one it is. */
    public static final String VERSION = "version.txt";

    private QuietProbe() {}

    /** Builds it as a container wants it. */
    public static Path war(Container container, String version) {
        Path war = BuildFolder.path("probe-quiet-" + version + ".war");
        try {
            Files.copy(ProbeWar.of(container), war, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem content = FileSystems.newFileSystem(war)) {
                Files.delete(content.getPath("WEB-INF/classes/io/lasttab/probe/SessionEvents.class"));
                Path descriptor = content.getPath("WEB-INF/web.xml");
                String usual = Files.readString(descriptor);
                String quick = usual.replace("<session-timeout>30<", "<session-timeout>1<");
                if (quick.equals(usual)) {
                    throw new IOException("no timeout in " + descriptor);
                }
                Files.writeString(descriptor, quick);
                Files.writeString(content.getPath(VERSION), version);
            }
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
