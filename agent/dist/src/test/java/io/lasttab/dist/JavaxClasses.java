package io.lasttab.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The programs in {@code child} with the servlet API under its old name, as if they had been compiled against that. */
final class JavaxClasses {

    private static final String NEW_NAME = "jakarta/servlet/";
    private static final String OLD_NAME = "javax/servlet/";

    private static Path made;

    private JavaxClasses() {}

    /** A folder with copies of the classes, made once. */
    static synchronized Path of(Path classes) {
        if (made == null) {
            Path folder = Path.of("target", "javax-classes").toAbsolutePath();
            try (Stream<Path> files = Files.walk(classes.resolve("io/lasttab/dist/child"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = folder.resolve(classes.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, renamed(Files.readAllBytes(file)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            made = folder;
        }
        return made;
    }

    private static byte[] renamed(byte[] type) {
        ClassWriter copy = new ClassWriter(0);
        Remapper names = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                return name.startsWith(NEW_NAME) ? OLD_NAME + name.substring(NEW_NAME.length()) : name;
            }
        };
        new ClassReader(type).accept(new ClassRemapper(copy, names), 0);
        return copy.toByteArray();
    }
}
