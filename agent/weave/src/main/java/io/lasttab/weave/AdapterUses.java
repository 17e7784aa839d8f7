package io.lasttab.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What an adapter's classes use of the container: its types, and under each the members. Found when the agent's jar is built,
 * and written into it for the {@link FitCheck}, as going through all methods of an adapter takes a good part of what a small
 * server takes to start.
 */
public final class AdapterUses {

    private final String adapterPackage;
    private final Map<String, Set<String>> uses = new TreeMap<>(); // sorted, so that two builds write the same
    private final Deque<String> todo = new ArrayDeque<>();

    private AdapterUses(String adapter) {
        adapterPackage = adapter.substring(0, adapter.lastIndexOf('.') + 1);
        todo.add(adapter.replace('.', '/'));
    }

    /**
     * What an adapter uses: a line for each type by its internal name, and after it one for each member, as {@code
     * name(descriptor)} or {@code name:type}, behind a space; that of the class itself behind {@code static}.
     *
     * @param adapter the name of the adapter's class
     * @param classFiles gives one of our own class files by its internal name; null if there is none
     * @throws IllegalArgumentException if a class of ours is missing
     */
    public static String of(String adapter, Function<String, byte[]> classFiles) {
        AdapterUses uses = new AdapterUses(adapter);
        Set<String> seen = new HashSet<>();
        while (!uses.todo.isEmpty()) {
            String own = uses.todo.remove();
            if (seen.add(own)) {
                byte[] bytes = classFiles.apply(own);
                if (bytes == null) {
                    throw new IllegalArgumentException("The agent's own class " + own + " is not in its jar");
                }
                new ClassReader(bytes).accept(uses.new OwnClass(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        }
        StringBuilder text = new StringBuilder();
        uses.uses.forEach((type, members) -> {
            text.append(type).append('\n');
            members.forEach(member -> text.append(' ').append(member).append('\n'));
        });
        return text.toString();
    }

    /**
     * Called by the build: writes a file for each adapter.
     *
     * @param arguments the jar of all classes, and the folder to write into
     */
    public static void main(String... arguments) throws IOException {
        Path folder = Paths.get(arguments[1]);
        try (JarFile jar = new JarFile(arguments[0], false)) {
            Function<String, byte[]> classFiles = name -> bytes(jar, name + ".class");
            String catalogue = new String(bytes(jar, Catalogue.FILE), StandardCharsets.UTF_8);
            for (String line : catalogue.split("\n")) {
                if (line.startsWith("adapter ")) {
                    String adapter = line.substring("adapter ".length()).trim();
                    Path file = folder.resolve(FitCheck.fileOfUses(adapter));
                    Files.createDirectories(file.getParent());
                    Files.write(file, of(adapter, classFiles).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static byte[] bytes(JarFile jar, String name) {
        if (jar.getEntry(name) == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return ClassMembers.bytes(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void use(String type) {
        if (type.replace('/', '.').startsWith(adapterPackage)) {
            todo.add(type);
        } else if (isOfContainer(type)) {
            membersOf(type);
        }
    }

    private void use(String owner, boolean isStatic, String member) {
        use(owner);
        if (isOfContainer(owner)) {
            membersOf(owner).add(ClassMembers.keyOf(isStatic, member));
        }
    }

    private Set<String> membersOf(String type) {
        return uses.computeIfAbsent(type, any -> new TreeSet<>());
    }

    private static boolean isOfContainer(String type) {
        return !FitCheck.isJdk(type) && !type.startsWith("io/lasttab/");
    }

    private void use(Type type) {
        Type plain = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (plain.getSort() == Type.OBJECT) {
            use(plain.getInternalName());
        }
    }

    /** What a lambda, a method reference or a class constant names. */
    private void useConstant(Object constant) {
        if (constant instanceof Type && ((Type) constant).getSort() != Type.METHOD) {
            use((Type) constant);
        } else if (constant instanceof Handle) {
            Handle handle = (Handle) constant;
            boolean isField = handle.getTag() <= Opcodes.H_PUTSTATIC;
            boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC
                    || handle.getTag() == Opcodes.H_GETSTATIC
                    || handle.getTag() == Opcodes.H_PUTSTATIC;
            use(handle.getOwner(), isStatic, handle.getName() + (isField ? ":" : "") + handle.getDesc());
        }
    }

    /** Goes through one of our classes. */
    private final class OwnClass extends ClassVisitor {

        OwnClass() {
            super(ClassWeaver.API);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            use(parent);
            for (String type : interfaces) {
                use(type);
            }
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            return new MethodVisitor(ClassWeaver.API) {
                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String fieldType) {
                    boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
                    use(owner, isStatic, field + ":" + fieldType);
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String method, String methodType, boolean itf) {
                    use(owner, opcode == Opcodes.INVOKESTATIC, method + methodType);
                }

                @Override
                public void visitTypeInsn(int opcode, String used) {
                    use(Type.getObjectType(used));
                }

                @Override
                public void visitLdcInsn(Object constant) {
                    useConstant(constant);
                }

                @Override
                public void visitInvokeDynamicInsn(String method, String methodType, Handle by, Object... constants) {
                    for (Object constant : constants) {
                        useConstant(constant);
                    }
                }

                @Override
                public void visitTryCatchBlock(Label start, Label end, Label handler, String caught) {
                    if (caught != null) {
                        use(caught);
                    }
                }
            };
        }
    }
}
