package io.lasttab.tomcat;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the start of {@code OutputBuffer.realWriteBytes}, through which all body bytes go on their way to Coyote, where
 * they are compressed, chunked and sent.
 */
final class BodyAdvice {

    private BodyAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.FieldValue("coyoteResponse") Object response,
            @Advice.Argument(value = 0, readOnly = false) ByteBuffer bytes) {
        bytes = (ByteBuffer) Bridge.replace(woven, hook, response, bytes);
    }
}
