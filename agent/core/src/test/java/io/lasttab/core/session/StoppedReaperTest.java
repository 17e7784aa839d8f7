package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The agent leaves: so do its threads. */
class StoppedReaperTest {

    private static Set<Thread> reapers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("lasttab-reaper"))
                .collect(Collectors.toSet());
    }

    @Test
    void hasNoThread() {
        Set<Thread> others = reapers();
        Reaper reaper = new Reaper();
        reaper.start();
        List<Thread> own =
                reapers().stream().filter(thread -> !others.contains(thread)).toList();
        assertThat(own).hasSize(1);
        reaper.stop();
        assertThat(own.get(0).isAlive()).isFalse();
    }

    @Test
    void mayNeverHaveRun() {
        Reaper reaper = new Reaper();
        reaper.stop();
        assertThat(reaper.now()).isNotNegative();
    }
}
