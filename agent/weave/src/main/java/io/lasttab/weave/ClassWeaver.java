package io.lasttab.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts the calls of hooks into one class, without a new member, so that the class can be woven after it was loaded and the
 * original can be put back.
 *
 * <p>With ASM alone, as all that goes in is calls: a library that inlines whole methods takes a second of CPU time to wake,
 * more than half of what it takes a small Tomcat to start.
 */
final class ClassWeaver {

    static final int API = Opcodes.ASM9;

    private ClassWeaver() {}

    /**
     * The class file with all hooks of the plan that belong into it.
     *
     * @param name as in the class file, with slashes
     * @throws IllegalStateException if one of the hooks finds no method
     */
    static byte[] weave(Plan plan, String name, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0); // what is not woven is copied as it stands
        Woven woven = new Woven(writer, plan, name);
        reader.accept(woven, 0);
        woven.requireAll();
        return writer.toByteArray();
    }

    private static final class Woven extends ClassVisitor {
        private final Plan plan;
        private final String name;
        private final List<HookSite> missing = new ArrayList<>();

        Woven(ClassVisitor copy, Plan plan, String name) {
            super(API, copy);
            this.plan = plan;
            this.name = name;
            String type = name.replace('/', '.');
            for (HookSite hook : plan.hooks) {
                if (hook.type.equals(type)) {
                    missing.add(hook);
                }
            }
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] thrown) {
            MethodVisitor copy = super.visitMethod(access, method, type, signature, thrown);
            List<HookSite> hooks = plan.hooksInto(name, method + type);
            if (hooks.isEmpty()) {
                return copy;
            }
            missing.removeAll(hooks);
            return new HookedMethod(copy, name, access, type, hooks);
        }

        void requireAll() {
            if (!missing.isEmpty()) {
                throw new IllegalStateException("no method for " + missing.get(0));
            }
        }
    }
}
