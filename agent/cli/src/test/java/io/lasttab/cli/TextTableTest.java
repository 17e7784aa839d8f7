package io.lasttab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void putsFiguresToTheRightAndWordsToTheLeft() {
        TextTable table = new TextTable("PID", "NAME");
        table.add("7", "long name");
        table.add("12345", "x");
        assertThat(table.lines()).containsExactly("  PID  NAME", "    7  long name", "12345  x");
    }
}
