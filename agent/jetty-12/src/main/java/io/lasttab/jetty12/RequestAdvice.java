package io.lasttab.jetty12;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Woven into the start of {@code ContextHandler.handle}: a request enters an application, and all that the application
 * answers, Jetty's own error pages included, goes through the response that is put in the container's place.
 */
final class RequestAdvice {

    private RequestAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object context,
            @Advice.Argument(value = 1, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object response) {
        response = Bridge.replace(woven, hook, context, response);
    }
}
