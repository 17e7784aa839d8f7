package io.lasttab.jetty12;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Woven into the start of {@code nested.HttpChannel.onProcess} of ee8 and ee9, where the core's response is handed to the
 * older Jetty that lives on inside those environments.
 */
final class NestedResponseAdvice {

    private NestedResponseAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object channel,
            @Advice.Argument(value = 0, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object response) {
        response = Bridge.replace(woven, hook, channel, response);
    }
}
