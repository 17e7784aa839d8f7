package io.lasttab.core.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.fault.Faults;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailedEndsTest {

    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Faults faults = new Faults();
    private final FailedEnds shop = ends("/shop on localhost");
    private final FailedEnds desk = ends("/desk on localhost");

    private FailedEnds ends(String application) {
        FailedEnds ends = new FailedEnds(faults);
        ends.nameApplication(application);
        return ends;
    }

    @BeforeEach
    void readStandardError() {
        System.setErr(new PrintStream(log, true, UTF_8));
    }

    @AfterEach
    void standardError() {
        System.setErr(standardError);
    }

    private List<String> warnings() {
        return log.toString(UTF_8).lines().filter(line -> line.contains("WARN")).toList();
    }

    @Test
    void tellsOfAStoreOnceForEachApplicationAndWhatToDo() {
        for (int i = 0; i < 3; i++) {
            shop.livesOn(new SessionStoreException("down", null));
            desk.endedBut(new SessionStoreException("down", null));
        }
        assertThat(warnings())
                .satisfiesExactly(
                        line -> assertThat(line).contains("/shop on localhost", "lives on", "Look after the store"),
                        line -> assertThat(line).contains("/desk on localhost", "has ended", "Look after the store"));
        assertThat(shop.count()).isEqualTo(3);
        assertThat(desk.count()).isEqualTo(3);
        assertThat(faults.counts()).containsEntry("session store", 6L);
    }

    @Test
    void tellsOfAListenerButCountsItAsNoFailedEnd() {
        shop.endedBut(new IllegalStateException("on purpose"));
        shop.endedBut(new IllegalStateException("on purpose"));
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("/shop on localhost threw", "Look after its listeners");
        assertThat(shop.count()).isZero();
        assertThat(faults.counts()).containsEntry("session listener", 2L);
    }

    @Test
    void tellsOfAnyOtherFaultWithItsCause() {
        shop.livesOn(new OutOfMemoryError("unable to create native thread"));
        assertThat(log.toString(UTF_8)).contains("could not be ended", "unable to create native thread");
        assertThat(faults.counts()).containsEntry("session end", 1L);
    }

    @Test
    void saysNothingIfTheContainerHadAReasonNotToEndIt() {
        shop.nothingDone();
        assertThat(shop.count()).isOne();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void tellsTheFirstFaultOfAKindToWhomeverListens() {
        List<String> heard = new ArrayList<>();
        faults.onFirst(heard::add);
        shop.endedBut(new IllegalStateException("on purpose"));
        desk.endedBut(new IllegalStateException("on purpose"));
        desk.livesOn(new SessionStoreException("down", null));
        assertThat(heard).containsExactly("session listener", "session store");
    }

    @Test
    void countsThoughNobodyCanBeTold() {
        faults.onFirst(kind -> {
            throw new OutOfMemoryError("on purpose");
        });
        shop.livesOn(new SessionStoreException("down", null));
        assertThat(faults.counts()).containsEntry("session store", 1L);
    }
}
