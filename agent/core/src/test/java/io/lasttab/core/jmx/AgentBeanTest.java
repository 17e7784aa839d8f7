package io.lasttab.core.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.bridge.ContainerReport;
import io.lasttab.core.session.Reaper;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentBeanTest {

    private final ContainerReport one = new ContainerReport("One Server", List.of("Request.run", "Session.end"));
    private final ContainerReport two = new ContainerReport("Two", List.of("Handler.handle"));
    private final AgentBean bean = new AgentBean(null, List.of(one, two), new Reaper(), null, null);

    /** From the start, as a rate cannot be told of a figure that is not there until the first fault. */
    @Test
    void countsTheFaultsOfEveryHookFromZero() {
        assertThat(bean.getFaults()).containsEntry("Request.run", 0L).containsEntry("Handler.handle", 0L);
        one.fault("Session.end");
        one.fault("Session.end");
        assertThat(bean.getFaults()).containsEntry("Session.end", 2L).containsEntry("Request.run", 0L);
    }

    @Test
    void countsNoFaultsOfHooksThatWereNotWoven() {
        two.leftAlone(ContainerReport.State.DOES_NOT_FIT, "class a.B is missing");
        assertThat(bean.getFaults()).containsKeys("Request.run", "Session.end").doesNotContainKey("Handler.handle");
    }

    @Test
    void countsTheFaultsOfItsOwnThreadsFromZero() {
        assertThat(bean.getFaults()).containsEntry("reaper", 0L).containsEntry("session store", 0L);
    }

    @Test
    void tellsHowItStandsWithEachContainer() {
        two.leftAlone(ContainerReport.State.DOES_NOT_FIT, "class a.B is missing");
        assertThat(bean.getContainers())
                .containsExactly(
                        "One Server: WOVEN, hooks Request.run, Session.end",
                        "Two: DOES_NOT_FIT (class a.B is missing), hooks Handler.handle");
    }
}
