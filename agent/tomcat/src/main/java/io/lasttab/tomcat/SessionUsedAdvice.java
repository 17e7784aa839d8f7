package io.lasttab.tomcat;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Woven into the end of {@code Request.doGetSession}, through which every use of the session by a request goes. */
final class SessionUsedAdvice {

    private SessionUsedAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object request,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object session) {
        if (session != null) {
            Bridge.event(woven, hook, request, session);
        }
    }
}
