package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final long SECOND_HALF = 0x9a2feaa0c55ad015L;
    private static final long YEARS_34 = 34L * 365 * 24 * 3_600_000;

    private final Pages pages = new Pages();

    private boolean add(long page, PageState state, long heard) {
        return pages.add(page, SECOND_HALF, state, 1, heard);
    }

    @Property
    void keepsStateSequenceAndTimeApart(
            @ForAll PageState state,
            @ForAll @IntRange(max = Pages.MAX_SEQUENCE) int sequence,
            @ForAll @LongRange(min = 0, max = YEARS_34) long heard) {
        Pages one = new Pages();
        one.add(1, 2, state, sequence, heard);

        assertThat(one.state(0)).isEqualTo(state);
        assertThat(one.sequence(0)).isEqualTo(sequence);
        assertThat(one.heard(0)).isEqualTo(heard);
    }

    @Test
    void findsPagesByBothHalvesOfTheirId() {
        pages.add(1, 2, PageState.OPEN, 1, 0);
        pages.add(1, 3, PageState.OPEN, 1, 0);
        pages.add(4, 2, PageState.OPEN, 1, 0);

        assertThat(pages.find(1, 3)).isEqualTo(1);
        assertThat(pages.find(4, 2)).isEqualTo(2);
        assertThat(pages.find(4, 3)).isEqualTo(-1);
    }

    @Test
    void takesNoMoreThanTheMostPagesAndNeverForgetsAnOpenOne() {
        for (int i = 0; i < Pages.MAX_PAGES; i++) {
            assertThat(add(i, PageState.OPEN, i)).isTrue();
        }

        assertThat(add(1_000, PageState.OPEN, 1_000)).isFalse();
        assertThat(pages.count(PageState.OPEN)).isEqualTo(Pages.MAX_PAGES);
        assertThat(pages.find(1_000, SECOND_HALF)).isEqualTo(-1);
    }

    @Test
    void onePageThatHasLeftGivesWayToANewcomer() {
        for (int i = 0; i < Pages.MAX_PAGES; i++) {
            add(i, PageState.OPEN, i);
        }
        pages.leave(5, PageState.GONE, 2, 100);

        assertThat(add(1_000, PageState.OPEN, 1_000)).isTrue();
        assertThat(pages.find(5, SECOND_HALF)).isEqualTo(-1);
        assertThat(pages.count()).isEqualTo(Pages.MAX_PAGES);
    }

    @Test
    void forgetsThePageLongestSilentWhenTooManyHaveLeft() {
        add(100, PageState.OPEN, 0);
        for (int i = 1; i <= Pages.MAX_LEFT + 1; i++) {
            add(i, i % 2 == 0 ? PageState.GONE : PageState.CACHED, i);
        }

        assertThat(pages.find(1, SECOND_HALF)).isEqualTo(-1);
        assertThat(pages.find(2, SECOND_HALF)).isNotEqualTo(-1);
        assertThat(pages.find(100, SECOND_HALF)).isNotEqualTo(-1);
        assertThat(pages.count() - pages.count(PageState.OPEN)).isEqualTo(Pages.MAX_LEFT);
    }

    @Test
    void forgetsThePageLongestSilentWhereverItStands() {
        for (int i = 0; i < Pages.MAX_LEFT + 1; i++) {
            add(i, PageState.OPEN, 0);
        }
        for (int i = Pages.MAX_LEFT; i >= 0; i--) {
            pages.leave(i, PageState.GONE, 2, i == 4 ? 50 : 100 - i);
        }

        assertThat(pages.find(4, SECOND_HALF)).isEqualTo(-1);
        assertThat(pages.count()).isEqualTo(Pages.MAX_LEFT);
    }

    @Test
    void theFirstPageOfAllGivesWayIfItIsTheLongestSilent() {
        for (int i = 0; i < Pages.MAX_PAGES; i++) {
            add(i, PageState.OPEN, i);
        }
        pages.leave(0, PageState.GONE, 2, 100);
        pages.leave(1, PageState.GONE, 2, 101);

        assertThat(add(1_000, PageState.OPEN, 1_000)).isTrue();
        assertThat(pages.find(0, SECOND_HALF)).isEqualTo(-1);
        assertThat(pages.find(1, SECOND_HALF)).isNotEqualTo(-1);
    }

    @Test
    void knowsWhenAnOpenPageWasLastHeardOf() {
        assertThat(pages.lastHeardOfOpen()).isEqualTo(-1);
        add(1, PageState.OPEN, 10);
        add(2, PageState.OPEN, 30);
        add(3, PageState.CACHED, 40);

        assertThat(pages.lastHeardOfOpen()).isEqualTo(30);
    }

    private long heard(long page) {
        return pages.heard(pages.find(page, SECOND_HALF));
    }

    @Test
    void onePageThatIsAwayGivesWayIfMoreThanAFewAreAndIsRememberedWithoutItsName() {
        for (int i = 0; i <= Pages.MAX_AWAY; i++) {
            add(i, PageState.AWAY, 100 + i);
        }
        for (int i = Pages.MAX_AWAY + 1; i < Pages.MAX_LEFT; i++) {
            add(i, PageState.GONE, i);
        }
        assertThat(pages.namelessAway()).isEqualTo(-1);
        add(50, PageState.OPEN, 300);

        assertThat(pages.find(0, SECOND_HALF)).isEqualTo(-1);
        assertThat(pages.namelessAway()).isEqualTo(100);
        assertThat(pages.count()).isEqualTo(Pages.MAX_LEFT);
    }

    @Test
    void aFewThatAreAwayAreKeptByNameThoughOneThatHasGoneWasHeardOfLater() {
        for (int i = 0; i < Pages.MAX_AWAY; i++) {
            add(i, PageState.AWAY, i);
        }
        for (int i = Pages.MAX_AWAY; i < Pages.MAX_LEFT; i++) {
            add(i, PageState.GONE, 100 + i);
        }
        add(50, PageState.GONE, 300);

        assertThat(pages.find(0, SECOND_HALF)).isNotEqualTo(-1);
        assertThat(pages.find(Pages.MAX_AWAY, SECOND_HALF)).isEqualTo(-1);
        assertThat(pages.namelessAway()).isEqualTo(-1);
    }

    @Test
    void onePageThatIsAwayGivesWayToANewcomerIfNoOtherHasLeft() {
        for (int i = 1; i < Pages.MAX_PAGES; i++) {
            add(i, PageState.OPEN, i);
        }
        add(100, PageState.AWAY, 500);

        assertThat(add(1_000, PageState.OPEN, 1_000)).isTrue();
        assertThat(pages.namelessAway()).isEqualTo(500);
    }

    @Test
    void allThatAreAwayAreSoAnewUnlessTheyAreNotExpectedAnyMore() {
        add(1, PageState.AWAY, 100);
        add(2, PageState.AWAY, 200);
        add(3, PageState.GONE, 200);

        assertThat(pages.stillAway(200, 300)).isTrue();
        assertThat(heard(1)).isEqualTo(100);
        assertThat(heard(2)).isEqualTo(300);
        assertThat(heard(3)).isEqualTo(200);
        assertThat(pages.stillAway(301, 400)).isFalse();
        assertThat(heard(2)).isEqualTo(300);
    }

    @Test
    void whoIsAwayWithoutANameIsSoAnewUnlessHeIsNotExpectedAnyMore() {
        assertThat(pages.stillAway(-5, 100)).isFalse();
        pages.awayWithoutName(0);
        assertThat(pages.stillAway(0, 150)).isTrue();
        assertThat(pages.namelessAway()).isEqualTo(150);
        pages.awayWithoutName(200);

        assertThat(pages.stillAway(200, 300)).isTrue();
        assertThat(pages.namelessAway()).isEqualTo(300);
        assertThat(pages.stillAway(301, 400)).isFalse();
        assertThat(pages.namelessAway()).isEqualTo(300);
    }

    @Test
    void thoseThatGoOnInAnotherSessionAreTheOpenOnesAndThoseThatAreAway() {
        add(1, PageState.OPEN, 10);
        add(2, PageState.CACHED, 10);
        add(3, PageState.AWAY, 10);
        add(4, PageState.GONE, 10);
        Pages copy = pages.copyOfOpenAndAway();

        assertThat(copy.count()).isEqualTo(2);
        assertThat(copy.count(PageState.OPEN)).isOne();
        assertThat(copy.count(PageState.AWAY)).isOne();
    }
}
