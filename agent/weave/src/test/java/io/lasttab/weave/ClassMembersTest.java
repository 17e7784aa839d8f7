package io.lasttab.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ClassMembersTest {

    /** The same, as ASM finds it. */
    private static final class Expected extends ClassVisitor {
        final List<String> parents = new ArrayList<>();
        final Set<String> members = new HashSet<>();

        Expected(byte[] file) {
            super(ClassWeaver.API);
            new ClassReader(file).accept(this, ClassReader.SKIP_CODE);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            if (parent != null) {
                parents.add(parent);
            }
            parents.addAll(List.of(interfaces));
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            members.add(((access & Opcodes.ACC_STATIC) != 0 ? "static " : "") + name + type);
            return null;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            members.add(((access & Opcodes.ACC_STATIC) != 0 ? "static " : "") + name + ":" + type);
            return null;
        }
    }

    @Test
    void refuseAFileThatIsCutOffOrNone() throws IOException {
        byte[] whole = ClassMembers.bytes(ClassMembersTest.class.getResourceAsStream("ClassMembers.class"));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            try {
                assertThat(new ClassMembers(part).members).isEqualTo(new ClassMembers(whole).members);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageMatching("no (whole )?class file");
            }
        }
        assertThatThrownBy(() -> new ClassMembers(new byte[1000])).hasMessage("no class file");
    }

    private static void assertSame(String name, byte[] file) {
        ClassMembers read = new ClassMembers(file);
        Expected expected = new Expected(file);
        assertThat(read.parents).as(name).isEqualTo(expected.parents);
        assertThat(read.members).as(name).isEqualTo(expected.members);
    }

    /** Two libraries in more than a thousand files, and classes of the JDK with what these may lack. */
    @Test
    void areThoseThatAsmFinds() throws IOException, URISyntaxException {
        int classes = 0;
        for (Class<?> type : List.of(Assertions.class, ClassReader.class)) {
            Path path = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (JarFile jar = new JarFile(path.toFile())) {
                for (JarEntry entry : jar.stream()
                        .filter(file -> file.getName().endsWith(".class"))
                        .toList()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        assertSame(entry.getName(), ClassMembers.bytes(in));
                        classes++;
                    }
                }
            }
        }
        for (String name :
                List.of("java/lang/Object", "java/lang/Long", "java/lang/Math", "java/util/stream/Collectors")) {
            try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
                assertSame(name, in.readAllBytes());
            }
        }
        assertThat(classes).isGreaterThan(500);
    }

    private static byte[] ofVersion(int version) {
        ClassWriter type = new ClassWriter(0);
        type.visit(version, Opcodes.ACC_PUBLIC, "fake/Worker", null, "java/lang/Object", null);
        return type.toByteArray();
    }

    @Test
    void areReadFromTheClassFilesThatCanBeWovenOnly() {
        byte[] newest = ofVersion(ClassMembers.NEWEST);
        assertThatCode(() -> new ClassReader(newest)).doesNotThrowAnyException();
        assertThat(new ClassMembers(newest).parents).containsExactly("java/lang/Object");

        byte[] newer = ofVersion(ClassMembers.NEWEST + 1);
        assertThatThrownBy(() -> new ClassReader(newer)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClassMembers(newer)).isInstanceOf(IllegalArgumentException.class);
    }
}
