package io.lasttab.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The zips of the products, as the build has copied them. */
final class Distribution {
    private Distribution() {}

    /** Unpacks the named product so that the folder inside the zip becomes {@code home}. */
    static void unpack(String name, Path home) throws IOException {
        Path zip = BuildFolder.path("distributions").resolve(name + ".zip");
        if (Files.exists(home)) {
            delete(home);
        }
        try (ZipFile content = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = content.entries();
            while (entries.hasMoreElements()) {
                unpack(content, entries.nextElement(), home);
            }
        }
    }

    static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            delete(folder);
        }
        Files.createDirectories(folder);
    }

    private static void unpack(ZipFile content, ZipEntry entry, Path home) throws IOException {
        String insideProduct = entry.getName().substring(entry.getName().indexOf('/') + 1);
        Path target = home.resolve(insideProduct);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.copy(content.getInputStream(entry), target);
        if (insideProduct.endsWith(".sh")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
