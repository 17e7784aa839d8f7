package io.lasttab.tomcat;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;

/** Woven into the start of {@code Request.recycle}: the request is over, answered or not, its asynchronous work included. */
final class RequestOverAdvice {

    private RequestOverAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Origin Class<?> woven, @HookId int hook, @Advice.This Object request) {
        Bridge.event(woven, hook, request, null);
    }
}
