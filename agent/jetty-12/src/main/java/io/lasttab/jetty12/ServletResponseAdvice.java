package io.lasttab.jetty12;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Woven into the start of {@code ServletHandler.handle} of ee10 and ee11, below all handlers that an application may have
 * inside its context and above the servlets.
 */
final class ServletResponseAdvice {

    private ServletResponseAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object handler,
            @Advice.Argument(value = 1, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object response) {
        response = Bridge.replace(woven, hook, handler, response);
    }
}
