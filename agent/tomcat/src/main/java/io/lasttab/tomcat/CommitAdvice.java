package io.lasttab.tomcat;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.HookId;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the start of {@code OutputBuffer.doFlush}: as long as {@code initial} is set it goes on to commit the headers,
 * before it writes the body that it holds in {@code bb} and {@code cb}.
 */
final class CommitAdvice {

    private CommitAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Origin Class<?> woven,
            @HookId int hook,
            @Advice.FieldValue("initial") boolean initial,
            @Advice.FieldValue("coyoteResponse") Object response,
            @Advice.FieldValue("bb") ByteBuffer bytes,
            @Advice.FieldValue("cb") CharBuffer chars) {
        if (initial) {
            Bridge.intercept(woven, hook, response, bytes, chars);
        }
    }
}
