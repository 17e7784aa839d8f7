package io.lasttab.weave;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/*
 * The code that goes in is one call of the bridge per hook and no more. It uses no local variable, so the frames of the
 * original stay true; where it branches (a condition, an interception at the start) the frame is the one that the method
 * began with. It needs no exception handler, as the bridge throws nothing.
 */
/** Puts the calls of hooks into one method. */
final class HookedMethod extends MethodVisitor {

    private static final String BRIDGE = "io/lasttab/bridge/Bridge";

    /** What a call may need on the stack: class, id and four operands; and the result below them, twice. */
    private static final int STACK = 9;

    private final String owner;
    private final boolean isStatic;
    private final Type returned;
    private final Type[] arguments;
    private final List<HookSite> hooks;

    /**
     * Makes a visitor that weaves while it copies.
     *
     * @param owner the woven class's internal name
     * @param hooks those that go into this method
     */
    HookedMethod(MethodVisitor copy, String owner, int access, String descriptor, List<HookSite> hooks) {
        super(ClassWeaver.API, copy);
        this.owner = owner;
        this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
        this.returned = Type.getReturnType(descriptor);
        this.arguments = Type.getArgumentTypes(descriptor);
        this.hooks = hooks;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        for (HookSite hook : hooks) {
            if (hook.moment == HookSite.Moment.START) {
                callAtStart(hook);
            }
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            for (HookSite hook : hooks) {
                if (hook.moment == HookSite.Moment.RETURN) {
                    callAtReturn(hook);
                }
            }
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + STACK, maxLocals);
    }

    private void callAtStart(HookSite hook) {
        Label end = new Label();
        for (HookSite.Condition condition : hook.conditions) {
            if (HookSite.isArgument(condition.operand)) {
                push(condition.operand);
                super.visitJumpInsn(condition.wanted ? Opcodes.IFNULL : Opcodes.IFNONNULL, end);
            } else {
                pushField(HookSite.fieldOf(condition.operand) + ":Z");
                super.visitJumpInsn(condition.wanted ? Opcodes.IFEQ : Opcodes.IFNE, end);
            }
        }
        pushHook(hook.id);
        pushOperands(hook);
        switch (hook.shape) {
            case EVENT:
                bridge("event", "(Ljava/lang/Class;ILjava/lang/Object;Ljava/lang/Object;)V");
                break;
            case INTERCEPT:
                intercept(end);
                break;
            case REPLACE:
                replace(indexOf(hook.operands.get(1)));
                break;
        }
        if (!hook.conditions.isEmpty() || hook.shape == HookSite.Shape.INTERCEPT) {
            super.visitLabel(end);
            super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            super.visitInsn(
                    Opcodes.NOP); // the original may begin with a frame of its own, and two cannot be in one place
        }
    }

    private void intercept(Label goOn) {
        bridge(
                "intercept",
                "(Ljava/lang/Class;ILjava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Z");
        super.visitJumpInsn(Opcodes.IFEQ, goOn);
        if (returned.getSort() == Type.VOID) {
            super.visitInsn(Opcodes.RETURN);
        } else {
            requireBoolean();
            super.visitInsn(Opcodes.ICONST_1);
            super.visitInsn(Opcodes.IRETURN);
        }
    }

    private void replace(int argument) {
        Type type = arguments[argument];
        super.visitLdcInsn(type);
        bridge(
                "replace",
                "(Ljava/lang/Class;ILjava/lang/Object;Ljava/lang/Object;Ljava/lang/Class;)Ljava/lang/Object;");
        super.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
        super.visitVarInsn(Opcodes.ASTORE, slotOf(argument));
    }

    private void callAtReturn(HookSite hook) {
        if (hook.shape == HookSite.Shape.INTERCEPT) {
            requireBoolean();
            pushHook(hook.id);
            pushOperands(hook);
            bridge(
                    "goOn",
                    "(ZLjava/lang/Class;ILjava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Z");
        } else if (hook.operands.contains(HookSite.RESULT)) {
            super.visitInsn(Opcodes.DUP);
            box(returned);
            pushHook(hook.id);
            push(hook.operands.get(0));
            bridge("returned", "(Ljava/lang/Object;Ljava/lang/Class;ILjava/lang/Object;)V");
        } else {
            pushHook(hook.id);
            pushOperands(hook);
            bridge("event", "(Ljava/lang/Class;ILjava/lang/Object;Ljava/lang/Object;)V");
        }
    }

    private void requireBoolean() {
        if (returned.getSort() != Type.BOOLEAN) {
            throw new IllegalArgumentException("Only what returns nothing or a boolean can be intercepted");
        }
    }

    private void pushHook(int id) {
        super.visitLdcInsn(Type.getObjectType(owner));
        super.visitIntInsn(Opcodes.BIPUSH, id);
    }

    private void pushOperands(HookSite hook) {
        for (int i = 0; i < hook.shape.operands; i++) {
            if (i < hook.operands.size()) {
                push(hook.operands.get(i));
            } else {
                super.visitInsn(Opcodes.ACONST_NULL);
            }
        }
    }

    private void push(String operand) {
        if (HookSite.isField(operand)) {
            box(pushField(HookSite.fieldOf(operand)));
        } else if (HookSite.isArgument(operand)) {
            int argument = indexOf(operand);
            super.visitVarInsn(arguments[argument].getOpcode(Opcodes.ILOAD), slotOf(argument));
            box(arguments[argument]);
        } else {
            pushThis();
        }
    }

    private void pushThis() {
        if (isStatic) {
            throw new IllegalArgumentException("A static method has no this");
        }
        super.visitVarInsn(Opcodes.ALOAD, 0);
    }

    private Type pushField(String field) {
        int colon = field.indexOf(':');
        pushThis();
        super.visitFieldInsn(Opcodes.GETFIELD, owner, field.substring(0, colon), field.substring(colon + 1));
        return Type.getType(field.substring(colon + 1));
    }

    private int indexOf(String argument) {
        return Integer.parseInt(argument.substring("arg".length()));
    }

    private int slotOf(int argument) {
        int slot = isStatic ? 0 : 1;
        for (int i = 0; i < argument; i++) {
            slot += arguments[i].getSize();
        }
        return slot;
    }

    /** Makes an object of what is on the stack; other primitive types have not been needed yet. */
    private void box(Type type) {
        switch (type.getSort()) {
            case Type.OBJECT:
            case Type.ARRAY:
                break;
            case Type.BOOLEAN:
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC, "java/lang/Boolean", "valueOf", "(Z)Ljava/lang/Boolean;", false);
                break;
            case Type.INT:
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
                break;
            default:
                throw new IllegalArgumentException("A hook cannot be handed a " + type.getClassName());
        }
    }

    private void bridge(String method, String descriptor) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, method, descriptor, false);
    }
}
