package io.lasttab.jetty12;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;

/**
 * Woven round {@code ContextHandler.handle}, the door of every context in every environment: no session is looked up yet,
 * no security handler, filter or listener has run. A request for the endpoint is answered here, and the method skipped.
 */
final class OwnRequestAdvice {

    private OwnRequestAdvice() {}

    /** The hook makes an exchange of a request for the endpoint; all others it gives back, so nothing is made for them. */
    @Advice.OnMethodEnter(suppress = Throwable.class, skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object context,
            @Advice.Argument(0) Object request,
            @Advice.Argument(1) Object response,
            @Advice.Argument(2) Object callback) {
        Object exchange = Bridge.replace(woven, hook, context, request);
        return exchange != request && Bridge.intercept(woven, hook, exchange, response, callback);
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Enter boolean answered, @Advice.Return(readOnly = false) boolean handled) {
        if (answered) {
            handled = true;
        }
    }
}
