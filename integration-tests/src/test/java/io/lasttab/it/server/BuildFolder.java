package io.lasttab.it.server;

import java.nio.file.Path;

/** The module's target folder. */
final class BuildFolder {
    private BuildFolder() {}

    static Path path(String name) {
        return Path.of(System.getProperty("lasttab.target", "target"))
                .toAbsolutePath()
                .resolve(name);
    }
}
