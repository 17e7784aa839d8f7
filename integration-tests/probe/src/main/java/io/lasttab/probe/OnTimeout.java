package io.lasttab.probe;

import java.io.IOException;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;

/** Gives an answer when the time for one is over. */
final class OnTimeout implements AsyncListener {
    private final AsyncPages.Answer answer;

    OnTimeout(AsyncPages.Answer answer) {
        this.answer = answer;
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        answer.give();
        event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
