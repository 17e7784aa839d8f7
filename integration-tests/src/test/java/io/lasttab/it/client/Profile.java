package io.lasttab.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new and empty folder for what a browser keeps. */
final class Profile {
    private Profile() {}

    static Path create() {
        try {
            return Files.createTempDirectory("lasttab-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
