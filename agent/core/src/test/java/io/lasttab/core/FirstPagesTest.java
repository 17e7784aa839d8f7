package io.lasttab.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstPagesTest {

    private final FirstPages pages = new FirstPages();
    private long now = Long.MAX_VALUE - FirstPages.A_WHILE / 2; // nanoTime may overflow at any moment

    @Test
    void areUnheardIfNoneOfManyHasAskedForAWhile() {
        send(FirstPages.ENOUGH);
        now += FirstPages.A_WHILE;
        assertThat(pages.areUnheard(false, now)).isTrue();
        assertThat(pages.areUnheard(false, now)).as("said once").isFalse();
    }

    @Test
    void areNotJudgedAtOnce() {
        send(FirstPages.ENOUGH * 10);
        now += FirstPages.A_WHILE - 1;
        assertThat(pages.areUnheard(false, now)).isFalse();
    }

    @Test
    void areNotJudgedByAFew() {
        send(FirstPages.ENOUGH - 2);
        now += FirstPages.A_WHILE;
        assertThat(pages.areUnheard(false, now)).isFalse();
        assertThat(pages.areUnheard(false, now)).isTrue();
    }

    @Test
    void areHeardForGoodOnceOneWas() {
        assertThat(pages.areUnheard(true, now)).isFalse();
        send(FirstPages.ENOUGH);
        now += FirstPages.A_WHILE;
        assertThat(pages.areUnheard(false, now)).isFalse();
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(pages.areUnheard(false, now)).isFalse();
        }
    }
}
