package io.lasttab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void isToldWithoutTheWordBeforeIt() {
        assertThat(Answer.withoutOutcome("refused: grace.closed=10: a unit")).isEqualTo("grace.closed=10: a unit");
        assertThat(Answer.withoutOutcome("attached: ")).isEmpty();
        assertThat(Answer.withoutOutcome(null)).isEqualTo("it has said nothing");
    }
}
