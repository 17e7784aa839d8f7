package io.lasttab.tomcat;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;

/** Woven into the start of {@code StandardSession.expire}, which every end of a session goes through, whatever its cause. */
final class SessionEndAdvice {

    private SessionEndAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object session,
            @Advice.FieldValue("isValid") boolean valid,
            @Advice.FieldValue("expiring") boolean expiring) {
        if (valid && !expiring) {
            Bridge.event(woven, hook, session, null);
        }
    }
}
