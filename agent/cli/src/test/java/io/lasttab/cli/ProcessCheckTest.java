package io.lasttab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "tomcat", "-1", "0", "12x", "99999999999999999999"})
    void refusesWhatIsNoPid(String word) {
        assertThatThrownBy(() -> ProcessCheck.requireJvm(word, pid -> true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is no process id");
    }

    @Test
    void refusesAPidThatNobodyHas() {
        assertThatThrownBy(() -> ProcessCheck.requireJvm("4194999", pid -> true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("there is no process 4194999");
    }

    @Test
    void sendsNothingToAProcessThatIsNoJvm() throws IOException {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            assertThatThrownBy(() -> ProcessCheck.requireJvm(Long.toString(sleep.pid()), pid -> false))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is no JVM");
        } finally {
            sleep.destroy();
        }
    }

    @Test
    void refusesTheProcessOfAnotherUserAndNamesThatUser() {
        String pid = Long.toString(ProcessHandle.current().pid());
        String user = System.getProperty("user.name");
        assertThatThrownBy(() -> ProcessCheck.requireJvm(pid, listed -> false, "somebody"))
                .isInstanceOf(Refusal.class)
                .hasMessage("process " + pid + " belongs to " + user + " and not to somebody: run this as " + user)
                .satisfies(
                        refused -> assertThat(((Refusal) refused).exitStatus()).isEqualTo(CommandLine.FAILED));
        assertThatCode(() -> ProcessCheck.requireJvm(pid, listed -> false, "root"))
                .as("root may")
                .doesNotThrowAnyException();
    }

    @Test
    void letsAJvmThroughThatIsNotListed() {
        String self = Long.toString(ProcessHandle.current().pid());
        assertThatCode(() -> ProcessCheck.requireJvm(self, pid -> false)).doesNotThrowAnyException();
    }
}
