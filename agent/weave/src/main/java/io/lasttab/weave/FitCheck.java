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
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Checks, before anything is woven, that a container has every class, method and field that the hooks and the adapter use:
 * a missing one would otherwise come to light in the middle of a request. Reads class files; loads no class.
 */
final class FitCheck {

    private static final int API = Opcodes.ASM9;

    private final Plan plan;
    private final ClassLoader container;
    private final AgentLoader agent;
    private final Map<String, Members> known = new HashMap<>();
    private String missing;

    /** What a container class has. */
    private static final class Members extends ClassVisitor {
        final Set<String> members = new HashSet<>();
        final Deque<String> parents = new ArrayDeque<>();

        Members() {
            super(API);
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
            members.add(name + type);
            return null;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            members.add(name + ":" + type);
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
        for (Plan.HookSite hook : plan.hooks) {
            requireHooked(hook);
        }
        for (Plan.Need need : plan.needs) {
            requireMember(need.type.replace('.', '/'), need.member);
        }
        Set<String> seen = new HashSet<>();
        Deque<String> todo = new ArrayDeque<>();
        todo.add(plan.adapter.replace('.', '/'));
        plan.hooks.forEach(hook -> todo.add(hook.advice.replace('.', '/')));
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

    private void requireHooked(Plan.HookSite hook) {
        Members members = require(hook.type.replace('.', '/'));
        if (members != null) {
            String pattern = hook.method + hook.descriptor;
            if (members.members.stream().noneMatch(member -> DescriptorPattern.matches(pattern, member))) {
                missing(hook.type, pattern);
            }
        }
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

    private void requireMember(String owner, String member) {
        Members members = require(owner);
        if (members != null && !has(owner, member)) {
            missing(owner.replace('/', '.'), member);
        }
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
        return members.members.stream().anyMatch(present -> DescriptorPattern.matches(member, present))
                || members.parents.stream()
                        .anyMatch(parent -> !parent.equals("java/lang/Object") && has(parent, member));
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
        return !isJdk(type) && !type.startsWith("io/lasttab/") && !type.startsWith("net/bytebuddy/");
    }

    /** Goes through one of our classes and requires what it uses. */
    private final class Uses extends ClassVisitor {
        private final Deque<String> todo;

        Uses(Deque<String> todo) {
            super(API);
            this.todo = todo;
        }

        private void use(String type) {
            if (type.replace('/', '.').startsWith(plan.adapterPackage())) {
                todo.add(type);
            } else if (isOfContainer(type)) {
                require(type);
            }
        }

        private void use(String owner, String member) {
            use(owner);
            if (isOfContainer(owner)) {
                requireMember(owner, member);
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
            return new MethodVisitor(API) {
                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String fieldType) {
                    use(owner, field + ":" + fieldType);
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String method, String methodType, boolean itf) {
                    use(owner, method + methodType);
                }

                @Override
                public void visitTypeInsn(int opcode, String used) {
                    use(used);
                }
            };
        }
    }
}
