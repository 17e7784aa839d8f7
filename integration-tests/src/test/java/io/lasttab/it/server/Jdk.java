package io.lasttab.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A Java to run servers on. */
public record Jdk(int feature, Path home) {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    /** The one that runs the build. */
    static Jdk current() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /** A JDK 25: the one named by the build, else the first that is installed. */
    static Optional<Jdk> jdk25() {
        String named = System.getProperty("lasttab.jdk25", "");
        if (!named.isEmpty()) {
            return Optional.of(new Jdk(25, Path.of(named)));
        }
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            return homes.filter(home -> release(home).contains("JAVA_VERSION=\"25"))
                    .min(Comparator.naturalOrder())
                    .map(home -> new Jdk(25, home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String release(Path home) {
        Path release = home.resolve("release");
        try {
            return Files.isRegularFile(release) ? Files.readString(release) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "jdk" + feature;
    }
}
