package io.lasttab.jetty9;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Woven into the end of {@code Session.beginInvalidate}, which answers {@code true} once in a session's life, whatever the
 * cause of its end.
 */
final class SessionEndAdvice {

    private SessionEndAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object session,
            @Advice.FieldValue(value = "_sessionData", typing = Assigner.Typing.DYNAMIC) Object data,
            @Advice.Return boolean begun) {
        if (begun) {
            Bridge.event(woven, hook, session, data);
        }
    }
}
