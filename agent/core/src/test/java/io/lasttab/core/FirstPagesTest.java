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
        assertThat(pages.areToBeLookedAt()).isTrue();
        assertThat(pages.areUnheard(false, now)).isTrue();
        assertThat(pages.areUnheard(false, now)).as("said once").isFalse();
        send(FirstPages.ENOUGH * 2);
    }

    @Test
    void areNotJudgedAtOnce() {
        send(FirstPages.ENOUGH * 10);
        now += FirstPages.A_WHILE - 1;
        assertThat(pages.areUnheard(false, now)).isFalse();
    }

    @Test
    void areNotJudgedByAFew() {
        send(1);
        now += FirstPages.A_WHILE;
        for (int few = 1; few < FirstPages.ENOUGH; few++) {
            assertThat(pages.areToBeLookedAt()).isFalse();
        }
        assertThat(pages.areToBeLookedAt()).isTrue();
    }

    @Test
    void areHeardForGoodOnceOneWas() {
        assertThat(pages.areToBeLookedAt()).isTrue();
        assertThat(pages.areUnheard(true, now)).isFalse();
        now += FirstPages.A_WHILE;
        for (int more = 0; more < FirstPages.ENOUGH * 2; more++) {
            assertThat(pages.areToBeLookedAt()).isFalse();
        }
        assertThat(pages.areUnheard(false, now)).isFalse();
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(pages.areToBeLookedAt() && pages.areUnheard(false, now)).isFalse();
        }
    }
}
