package io.lasttab.jetty12;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Woven into the end of {@code AbstractSessionManager.resolveRequestedSessionId}, where every request that enters a context
 * gets the session that it names, loaded from the store if need be. Jetty counts the request as one of the session's from
 * here on.
 */
final class SessionUsedAdvice {

    private SessionUsedAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.Argument(0) Object request,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object resolved) {
        if (resolved != null) {
            Bridge.event(woven, hook, request, resolved);
        }
    }
}
