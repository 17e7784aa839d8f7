package io.lasttab.cli;

import java.io.File;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The version that a jar gives itself. */
final class JarVersion {

    private JarVersion() {}

    /** What stands in its manifest; {@code ?} if nothing does. */
    static String of(File file) {
        try (JarFile jar = new JarFile(file)) {
            Manifest manifest = jar.getManifest();
            String version = manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return version == null ? "?" : version;
        } catch (IOException unreadable) {
            return "?";
        }
    }
}
