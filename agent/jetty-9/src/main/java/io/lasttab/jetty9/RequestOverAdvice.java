package io.lasttab.jetty9;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;

/** Woven into the start of {@code Request.onCompleted}: the request is over, its asynchronous work included. */
final class RequestOverAdvice {

    private RequestOverAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Origin Class<?> woven, @HookId int hook, @Advice.This Object request) {
        Bridge.event(woven, hook, request, null);
    }
}
