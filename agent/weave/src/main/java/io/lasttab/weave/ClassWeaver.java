package io.lasttab.weave;

import io.lasttab.bridge.HookId;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/**
 * Puts advice into one class: inlined, without a new member, so that the class can be woven after it was loaded and the
 * original can be put back.
 */
final class ClassWeaver {

    private final ByteBuddy byteBuddy = new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(InstrumentedType.Factory.Default.FROZEN)
            .with(Implementation.Context.Disabled.Factory.INSTANCE)
            .ignore(ElementMatchers.none());
    private final ClassFileLocator agent;

    ClassWeaver(ClassLoader agent) {
        this.agent = ClassFileLocator.ForClassLoader.of(agent);
    }

    /** The class file with all hooks of the plan that belong into it. */
    byte[] weave(Plan plan, String name, byte[] bytes, ClassLoader loader) {
        ClassFileLocator locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(name, bytes), agent, ClassFileLocator.ForClassLoader.of(loader));
        TypePool pool = TypePool.Default.WithLazyResolution.of(locator);
        TypeDescription type = pool.describe(name).resolve();
        DynamicType.Builder<?> builder = byteBuddy.redefine(type, locator);
        for (Plan.HookSite hook : plan.hooks) {
            if (hook.type.equals(name)) {
                builder = builder.visit(advise(hook, pool));
            }
        }
        return builder.make().getBytes();
    }

    private AsmVisitorWrapper advise(Plan.HookSite hook, TypePool pool) {
        String pattern = hook.method + hook.descriptor;
        return Advice.withCustomMapping()
                .bind(HookId.class, hook.id)
                .to(pool.describe(hook.advice).resolve(), agent)
                .on(ElementMatchers.isMethod()
                        .and(method ->
                                DescriptorPattern.matches(pattern, method.getInternalName() + method.getDescriptor())));
    }
}
