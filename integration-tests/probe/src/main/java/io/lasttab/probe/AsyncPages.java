package io.lasttab.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;

/** Answers given after the request's own thread has gone home. */
final class AsyncPages {
    private AsyncPages() {}

    interface Answer {
        void give() throws IOException;
    }

    static void later(AsyncContext async, Answer answer) {
        async.start(() -> {
            try {
                answer.give();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            async.complete();
        });
    }

    static void dispatch(AsyncContext async) {
        async.start(async::dispatch);
    }

    static void nonBlocking(AsyncContext async, ServletOutputStream out, byte[] body) {
        out.setWriteListener(new WriteListener() {
            private int written;

            @Override
            public void onWritePossible() throws IOException {
                while (out.isReady()) {
                    if (written == body.length) {
                        async.complete();
                        return;
                    }
                    int part = Math.min(3_000, body.length - written);
                    out.write(body, written, part);
                    written += part;
                }
            }

            @Override
            public void onError(Throwable problem) {
                async.complete();
            }
        });
    }
}
