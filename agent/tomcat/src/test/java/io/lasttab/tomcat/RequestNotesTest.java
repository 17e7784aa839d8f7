package io.lasttab.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.coyote.Request;
import org.junit.jupiter.api.Test;

class RequestNotesTest {

    /** One story, as the notes of a Tomcat are left once and for ever. */
    @Test
    void areFoundAgainUntilTheAgentLeavesAndThenHoldNothing() {
        Request request = new Request();
        assertThat(RequestNotes.find(request)).isNull();
        RequestState state = RequestNotes.of(request);
        assertThat(RequestNotes.of(request)).isSameAs(state);
        assertThat(RequestNotes.find(request)).isSameAs(state);
        assertThat(RequestNotes.isOneBetweenHooks()).isFalse();

        RequestNotes.leave();
        assertThat(RequestNotes.find(request)).isNull();
        for (int slot = 0; slot < 32; slot++) {
            Object note = request.getNote(slot);
            assertThat(note == null || ((AtomicReference<?>) note).get() == null)
                    .as("slot %s", slot)
                    .isTrue();
        }
        Request later = new Request();
        assertThat(RequestNotes.of(later)).as("for the hook that still runs").isNotNull();
        assertThat(RequestNotes.find(later)).isNull();
    }

    @Test
    void areNotMistakenForThoseOfAnAgentBefore() {
        Request request = new Request();
        for (int slot = 0; slot < 32; slot++) {
            request.setNote(slot, new AtomicReference<>("another agent's"));
        }
        assertThat(RequestNotes.find(request)).isNull();
    }
}
