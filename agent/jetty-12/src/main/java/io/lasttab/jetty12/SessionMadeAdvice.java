package io.lasttab.jetty12;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import java.util.function.Consumer;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the start of {@code AbstractSessionManager.newSession}: who made the session is called back with it, which is
 * the one place where the request and its new session meet in all environments.
 */
final class SessionMadeAdvice {

    private SessionMadeAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.Argument(0) Object request,
            @Advice.Argument(value = 2, readOnly = false) Consumer<?> taker) {
        taker = (Consumer<?>) Bridge.replace(woven, hook, request, taker);
    }
}
