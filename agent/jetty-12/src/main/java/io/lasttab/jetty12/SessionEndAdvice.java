package io.lasttab.jetty12;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the end of {@code ManagedSession.beginInvalidate}, which is true exactly once for a session, whoever ends it
 * and in whatever environment.
 */
final class SessionEndAdvice {

    private SessionEndAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object session,
            @Advice.Return boolean begun) {
        if (begun) {
            Bridge.event(woven, hook, session, null);
        }
    }
}
