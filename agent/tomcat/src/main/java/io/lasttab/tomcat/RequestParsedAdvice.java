package io.lasttab.tomcat;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the end of {@code CoyoteAdapter.postParseRequest}: the context is mapped and the session id parsed, but no
 * valve, filter or listener has run. {@code false} has Tomcat finish the exchange without them.
 */
final class RequestParsedAdvice {

    private RequestParsedAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.Argument(1) Object request,
            @Advice.Argument(3) Object response,
            @Advice.Return(readOnly = false) boolean goOn) {
        if (goOn && Bridge.intercept(woven, hook, request, response, null)) {
            goOn = false;
        }
    }
}
