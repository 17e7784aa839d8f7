package io.lasttab.jetty9;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the start of {@code Request.enterSession}: the session counts the request among those that use it, be it found
 * or made, in this context or in one that the request was forwarded to.
 */
final class SessionUsedAdvice {

    private SessionUsedAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object request,
            @Advice.Argument(0) Object session) {
        Bridge.event(woven, hook, request, session);
    }
}
