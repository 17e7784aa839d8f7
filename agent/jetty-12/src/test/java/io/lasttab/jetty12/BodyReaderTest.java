package io.lasttab.jetty12;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.content.AsyncContent;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

    private final AsyncContent body = new AsyncContent();
    private final List<String> read = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    private void start(int limit) {
        new BodyReader(body, limit, bytes -> read.add(new String(bytes, US_ASCII)), failures::add).run();
    }

    private void arrive(boolean last, String text) {
        body.write(last, ByteBuffer.wrap(text.getBytes(US_ASCII)), Callback.NOOP);
    }

    @Test
    void waits_for_no_byte_on_a_thread() {
        start(10);
        assertThat(read).isEmpty();
        arrive(false, "hel");
        assertThat(read).isEmpty();
        arrive(true, "lo");
        assertThat(read).containsExactly("hello");
    }

    @Test
    void stops_at_the_limit_though_more_may_come() {
        start(4);
        arrive(false, "hello");
        assertThat(read).containsExactly("hell");
    }

    @Test
    void takes_no_body_for_an_empty_one() {
        arrive(true, "");
        start(4);
        assertThat(read).containsExactly("");
    }

    @Test
    void tells_when_the_client_has_gone() {
        start(4);
        body.fail(new IOException("gone"));
        assertThat(read).isEmpty();
        assertThat(failures).singleElement().isInstanceOf(IOException.class);
    }

    @Test
    void tells_when_nobody_could_make_use_of_it() {
        arrive(true, "hello");
        new BodyReader(
                        body,
                        10,
                        bytes -> {
                            throw new IllegalStateException("no use");
                        },
                        failures::add)
                .run();
        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    }
}
