package io.lasttab.jetty9;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the start of {@code HttpOutput.channelWrite}, through which all body bytes go, and a commit without any, on
 * their way to the interceptors, where they are compressed, and to the channel.
 */
final class BodyAdvice {

    private BodyAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object output,
            @Advice.Argument(value = 0, readOnly = false) ByteBuffer bytes) {
        bytes = (ByteBuffer) Bridge.replace(woven, hook, output, bytes);
    }
}
