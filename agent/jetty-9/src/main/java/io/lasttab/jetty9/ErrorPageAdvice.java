package io.lasttab.jetty9;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the start of {@code HttpChannel.sendResponse}, by which Jetty sends its own error pages past {@code HttpOutput}
 * ({@code HttpChannel.sendResponseAndComplete}). With a head given, it is no response of an application.
 */
final class ErrorPageAdvice {

    private ErrorPageAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.This Object channel,
            @Advice.Argument(0) Object head,
            @Advice.Argument(value = 1, readOnly = false) ByteBuffer bytes) {
        if (head == null) {
            bytes = (ByteBuffer) Bridge.replace(woven, hook, channel, bytes);
        }
    }
}
