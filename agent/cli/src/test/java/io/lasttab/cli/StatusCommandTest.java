package io.lasttab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.management.openmbean.OpenDataException;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

    @Test
    void tellsOfTheAgentWhatItsVersionHas() {
        Figures agent = new Figures(
                Map.of("SettingsSource", "/etc/l.properties", "Containers", new String[] {"Tomcat: WOVEN"}));
        assertThat(StatusCommand.lines(agent)).containsExactly("Settings: /etc/l.properties", "Tomcat: WOVEN");
        assertThat(StatusCommand.lines(new Figures(Map.of()))).isEmpty();
    }

    @Test
    void tellsOfAnApplicationWhatIsCounted() throws OpenDataException {
        Figures application = new Figures(Map.of(
                "Mode",
                "observe",
                "Enabled",
                true,
                "Sessions",
                4,
                "OpenPages",
                2,
                "SessionsSavedNow",
                11L,
                "WouldHaveExited",
                JmxCounts.of(Map.of("ORPHANED_LOST", 1L)),
                "Exits",
                JmxCounts.of(Map.of("TIMEOUT", 3L, "LOGOUT", 0L))));
        assertThat(StatusCommand.linesOfApplication(application))
                .containsExactly(
                        "  mode             observe",
                        "  sessions         4, open pages 2",
                        "  exits            TIMEOUT 3",
                        "  saved now        11",
                        "  would have ended ORPHANED_LOST 1",
                        "  false expiries   none");
    }
}
