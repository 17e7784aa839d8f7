package io.lasttab.weave;

import io.lasttab.gate.AgentLoader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Checks, before anything is woven, that a container has every class, method and field that the woven calls and the adapter use:
 * a missing one would otherwise come to light in the middle of a request. Reads class files; loads no class.
 */
final class FitCheck {

    private final Plan plan;
    private final ClassLoader container;
    private final AgentLoader agent;
    private final Map<String, Members> known = new HashMap<>();
    private String missing;

    /** What a container class has: its members by name and type, those of the class itself behind {@code static}. */
    private static final class Members extends ClassVisitor {
        final Set<String> members = new HashSet<>();
        final Deque<String> parents = new ArrayDeque<>();

        Members() {
            super(ClassWeaver.API);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            if (parent != null) {
                parents.add(parent);
            }
            for (String type : interfaces) {
                parents.add(type);
            }
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            members.add(keyOf((access & Opcodes.ACC_STATIC) != 0, name + type));
            return null;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            members.add(keyOf((access & Opcodes.ACC_STATIC) != 0, name + ":" + type));
            return null;
        }
    }

    FitCheck(Plan plan, ClassLoader container, AgentLoader agent) {
        this.plan = plan;
        this.container = container;
        this.agent = agent;
    }

    /** What the container lacks, the first thing found; null if it fits. */
    String missing() {
        require(plan.anchor.replace('.', '/'));
        for (HookSite hook : plan.hooks) {
            requireHooked(hook);
        }
        for (Plan.Need need : plan.needs) {
            requireMember(need.type.replace('.', '/'), false, need.member);
        }
        Set<String> seen = new HashSet<>();
        Deque<String> todo = new ArrayDeque<>();
        todo.add(plan.adapter.replace('.', '/'));
        while (missing == null && !todo.isEmpty()) {
            String own = todo.remove();
            if (seen.add(own)) {
                byte[] bytes = agent.classFile(own);
                if (bytes == null) {
                    return "the agent's own class " + own + " is not in its jar";
                }
                new ClassReader(bytes).accept(new Uses(todo), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        }
        return missing;
    }

    private void requireHooked(HookSite hook) {
        Members members = require(hook.type.replace('.', '/'));
        if (members != null) {
            String pattern = hook.method + hook.descriptor;
            if (!hasMatching(members, pattern)) {
                missing(hook.type, pattern);
            }
            for (String field : hook.fields()) {
                requireMember(hook.type.replace('.', '/'), false, field);
            }
        }
    }

    /** In the class itself: a hook can be woven only there. */
    private static boolean hasMatching(Members members, String pattern) {
        return hasLike(members, pattern) || hasLike(members, keyOf(true, pattern));
    }

    private static boolean hasLike(Members members, String pattern) {
        for (String member : members.members) {
            if (DescriptorPattern.matches(pattern, member)) {
                return true;
            }
        }
        return false;
    }

    /** The class's members; null if it is missing, which is noted. */
    private Members require(String type) {
        Members members = known.get(type);
        if (members == null) {
            try (InputStream in = container.getResourceAsStream(type + ".class")) {
                if (in == null) {
                    note("class " + type.replace('/', '.') + " is missing");
                    return null;
                }
                members = new Members();
                new ClassReader(in)
                        .accept(members, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                known.put(type, members);
            } catch (IOException unreadable) {
                note("class " + type.replace('/', '.') + " cannot be read: " + unreadable);
            }
        }
        return members;
    }

    private void requireMember(String owner, boolean isStatic, String member) {
        String key = keyOf(isStatic, member);
        if (require(owner) != null && !has(owner, key)) {
            missing(owner.replace('/', '.'), key);
        }
    }

    private static String keyOf(boolean isStatic, String member) {
        return isStatic ? "static " + member : member;
    }

    /** Whether a class or one above it has a member; the JDK's classes are taken to have all. */
    private boolean has(String type, String member) {
        if (isJdk(type)) {
            return true;
        }
        Members members = require(type);
        if (members == null) {
            return true; // noted already
        }
        // java.lang.Object stands above every class, so a member that may be its own is not looked for further.
        return members.members.contains(member) || hasLike(members, member) || hasInParent(members, member);
    }

    private boolean hasInParent(Members members, String member) {
        for (String parent : members.parents) {
            if (!parent.equals("java/lang/Object") && has(parent, member)) {
                return true;
            }
        }
        return false;
    }

    private void missing(String type, String member) {
        note(type + " has no " + member);
    }

    private void note(String what) {
        if (missing == null) {
            missing = what;
        }
    }

    private static boolean isJdk(String type) {
        return type.startsWith("java/") || type.startsWith("[");
    }

    private boolean isOfContainer(String type) {
        return !isJdk(type) && !type.startsWith("io/lasttab/");
    }

    /** Goes through one of our classes and requires what it uses. */
    private final class Uses extends ClassVisitor {
        private final Deque<String> todo;

        Uses(Deque<String> todo) {
            super(ClassWeaver.API);
            this.todo = todo;
        }

        private void use(String type) {
            if (type.replace('/', '.').startsWith(plan.adapterPackage())) {
                todo.add(type);
            } else if (isOfContainer(type)) {
                require(type);
            }
        }

        private void use(String owner, boolean isStatic, String member) {
            use(owner);
            if (isOfContainer(owner)) {
                requireMember(owner, isStatic, member);
            }
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
