package io.lasttab.weave;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A small container and an adapter for it, made as byte code so that a test can leave something out. */
final class FakeServer {

    static final String CATALOGUE = """
            container Fake
            anchor fake.Anchor
            adapter io.lasttab.fake.FakeAdapter
            needs fake.Worker secret:Ljava/util/Map;
            hook fake.Worker run (I)V start if this.busy event this
            """;

    static final String ADAPTER = "io/lasttab/fake/FakeAdapter.class";
    static final String USES = "META-INF/lasttab/uses/io.lasttab.fake.FakeAdapter";

    private final Map<String, ClassWriter> types = new LinkedHashMap<>();

    /** The container, less one member: {@code <class> <name><descriptor>}; empty for a whole one. */
    static FakeServer without(String left) {
        FakeServer server = new FakeServer();
        server.add("fake/Anchor", "java/lang/Object");
        server.add("fake/Base", "java/lang/Object");
        server.add("fake/Worker", "fake/Base");
        server.method("fake/Base", "inherited", "()V", 0, left);
        server.method("fake/Worker", "run", "(I)V", 0, left);
        server.method("fake/Worker", "named", "()Ljava/lang/String;", 0, left);
        server.method("fake/Worker", "shared", "()V", Opcodes.ACC_STATIC, left);
        server.field("fake/Worker", "busy", "Z", left);
        server.field("fake/Worker", "secret", "Ljava/util/Map;", left);
        server.types.remove(left);
        return server;
    }

    /** Adds a method that does nothing. */
    FakeServer with(String type, String name, String descriptor, int access) {
        method(type, name, descriptor, access, "");
        return this;
    }

    private void add(String name, String parent) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, parent, null);
        types.put(name, type);
    }

    private void method(String type, String name, String descriptor, int access, String left) {
        if (!left.equals(type + " " + name + descriptor)) {
            types.get(type)
                    .visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_NATIVE | access, name, descriptor, null, null)
                    .visitEnd();
        }
    }

    private void field(String type, String name, String descriptor, String left) {
        if (!left.equals(type + " " + name + descriptor)) {
            types.get(type).visitField(0, name, descriptor, null, null).visitEnd();
        }
    }

    /** Its classes, in a loader of their own. */
    ClassLoader loader() {
        Map<String, byte[]> bytes = new HashMap<>();
        types.forEach((name, type) -> bytes.put(name.replace('/', '.'), type.toByteArray()));
        return new BytesLoader(bytes, FakeServer.class.getClassLoader());
    }

    /** The files of the adapter, which uses all that the container has. */
    static Map<String, byte[]> adapter() {
        String name = "io/lasttab/fake/FakeAdapter";
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, "io/lasttab/bridge/Adapter", null);
        MethodVisitor made = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        made.visitCode();
        made.visitVarInsn(Opcodes.ALOAD, 0);
        made.visitMethodInsn(Opcodes.INVOKESPECIAL, "io/lasttab/bridge/Adapter", "<init>", "()V", false);
        made.visitInsn(Opcodes.RETURN);
        made.visitMaxs(0, 0);
        MethodVisitor hooks = type.visitMethod(Opcodes.ACC_PUBLIC, "hooks", "()[Lio/lasttab/bridge/Hook;", null, null);
        hooks.visitCode();
        hooks.visitInsn(Opcodes.ICONST_1);
        hooks.visitTypeInsn(Opcodes.ANEWARRAY, "io/lasttab/bridge/Hook");
        hooks.visitInsn(Opcodes.ARETURN);
        hooks.visitMaxs(0, 0);
        for (String told : new String[] {"hookFailed", "givenUp"}) {
            MethodVisitor method = type.visitMethod(Opcodes.ACC_PUBLIC, told, "()V", null, null);
            method.visitCode();
            method.visitInsn(Opcodes.RETURN);
            method.visitMaxs(0, 0);
        }
        MethodVisitor uses = type.visitMethod(Opcodes.ACC_STATIC, "uses", "(Lfake/Worker;)V", null, null);
        uses.visitCode();
        uses.visitVarInsn(Opcodes.ALOAD, 0);
        uses.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "fake/Worker", "inherited", "()V", false);
        uses.visitVarInsn(Opcodes.ALOAD, 0);
        uses.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "fake/Worker", "named", "()Ljava/lang/String;", false);
        uses.visitInsn(Opcodes.POP);
        uses.visitMethodInsn(Opcodes.INVOKESTATIC, "fake/Worker", "shared", "()V", false);
        uses.visitInsn(Opcodes.RETURN);
        uses.visitMaxs(0, 0);
        byte[] adapter = type.toByteArray();
        String used = AdapterUses.of(name.replace('/', '.'), own -> own.equals(name) ? adapter : null);
        return Map.of(ADAPTER, adapter, USES, used.getBytes(StandardCharsets.UTF_8));
    }
}
