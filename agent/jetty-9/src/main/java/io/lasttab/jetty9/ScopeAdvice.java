package io.lasttab.jetty9;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the start of {@code SessionHandler.doScope}: the context is entered, but no session is looked up and no filter
 * or listener has run. {@code true} has Jetty leave the method at once.
 */
final class ScopeAdvice {

    private ScopeAdvice() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
    static boolean enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object handler,
            @Advice.Argument(0) String path,
            @Advice.Argument(1) Object request) {
        return Bridge.intercept(woven, hook, handler, request, path);
    }
}
