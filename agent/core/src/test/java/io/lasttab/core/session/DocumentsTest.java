package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which documents are waited for, whoever speaks in between. */
class DocumentsTest {

    private static final long BOOT = 30;
    private static final char SHOP = 7;
    private static final char CART = 8;

    private final Documents documents = new Documents();

    private void toTab(char address, long now) {
        documents.sentToTab(address, now, BOOT);
    }

    private void elsewhere(long now) {
        documents.sentElsewhere(now, BOOT);
    }

    private void arrives(char address, long now) {
        documents.arrived(address, false, now, BOOT);
    }

    private void arrivesInFrame(long now) {
        documents.arrived(Documents.UNKNOWN, true, now, BOOT);
    }

    @Test
    void thatAreFewAreAllKnownAndTheOldestGivesWayToOneMore() {
        for (int i = 0; i < Documents.MOST; i++) {
            assertThat(documents.sentToTab((char) (1 + i), 100 + i, BOOT)).isEqualTo(-1);
        }
        assertThat(documents.sentToTab((char) 50, 110, BOOT)).isEqualTo(100);
        assertThat(documents.sentToTab((char) 51, 111, BOOT)).isEqualTo(101);
    }

    @Test
    void thatAreAskedForAgainAtTheEndOfBootAreTheSame() {
        toTab(SHOP, 100);
        toTab(SHOP, 100 + BOOT);
        arrives(SHOP, 101 + BOOT);
        assertThat(documents.lastInTab()).isEqualTo(-1);
    }

    @Test
    void inTabsAndElsewhereAreSettledEachByItsOwnKind() {
        toTab(SHOP, 100);
        elsewhere(105);
        arrivesInFrame(106);
        assertThat(documents.last()).isEqualTo(100);
        elsewhere(107);
        arrives(SHOP, 108);
        assertThat(documents.lastInTab()).isEqualTo(-1);
        assertThat(documents.last()).isEqualTo(107);
        assertThat(documents.isEmpty()).isFalse();
    }

    @Test
    void elsewhereAreCountedOneByOneForAsLongAsTheyComeWithinBoot() {
        elsewhere(100);
        elsewhere(100 + BOOT);
        arrivesInFrame(101 + BOOT);
        assertThat(documents.last()).isEqualTo(100 + BOOT);
        arrivesInFrame(101 + BOOT);
        assertThat(documents.isEmpty()).isTrue();
    }

    @Test
    void elsewhereAreForgottenWhenAnotherIsSentAfterBoot() {
        elsewhere(100);
        elsewhere(101 + BOOT);
        arrivesInFrame(102 + BOOT);
        assertThat(documents.isEmpty()).isTrue();
    }

    @Test
    void inFramesAreSettledUntilTheEndOfBoot() {
        elsewhere(100);
        arrivesInFrame(101 + BOOT);
        assertThat(documents.last()).isEqualTo(100);
        arrivesInFrame(100 + BOOT);
        assertThat(documents.last()).isEqualTo(-1);
    }

    @Test
    void shownLaterAreSettledUntilTheEndOfBootByAPageThatFitsNoneInATab() {
        elsewhere(100);
        arrives(SHOP, 101 + BOOT);
        assertThat(documents.last()).isEqualTo(100);
        arrives(SHOP, 100 + BOOT);
        assertThat(documents.last()).isEqualTo(-1);
    }

    @Test
    void ofWhichNoneIsWaitedForAreNoFewerWhenAPageComes() {
        arrives(SHOP, 0);
        arrives(Documents.UNKNOWN, 0);
        arrivesInFrame(0);
        assertThat(documents.isEmpty()).isTrue();
    }

    @Test
    void leftForAnotherTryAreSettledByASecondPageThatMayBeOfThem() {
        toTab(SHOP, 100);
        toTab(SHOP, 101);
        arrives(Documents.UNKNOWN, 102);
        assertThat(documents.last()).isEqualTo(101);
        arrives(CART, 103);
        assertThat(documents.last()).isEqualTo(101);
        arrives(Documents.UNKNOWN, 102 + BOOT);
        assertThat(documents.last()).isEqualTo(101);
        arrives(Documents.UNKNOWN, 101 + BOOT);
        assertThat(documents.isEmpty()).isTrue();
        arrives(Documents.UNKNOWN, 101 + BOOT);
        assertThat(documents.isEmpty()).isTrue();
    }

    @Test
    void elsewhereCanBeAsManyAsTheyLike() {
        for (int i = 0; i <= Short.MAX_VALUE; i++) {
            elsewhere(100);
        }
        assertThat(documents.last()).isEqualTo(100);
    }

    @Test
    void areWaitedForByTheirAddressOrAtAllUntilTheEndOfBoot() {
        assertThat(documents.isAnyWaitedFor(100, BOOT)).isFalse();
        toTab(SHOP, 100);
        assertThat(documents.isWaitedFor(SHOP, 100 + BOOT, BOOT)).isTrue();
        assertThat(documents.isWaitedFor(CART, 100 + BOOT, BOOT)).isFalse();
        assertThat(documents.isWaitedFor(Documents.UNKNOWN, 100 + BOOT, BOOT)).isFalse();
        assertThat(documents.isAnyWaitedFor(100 + BOOT, BOOT)).isTrue();
        assertThat(documents.isWaitedFor(SHOP, 101 + BOOT, BOOT)).isFalse();
        assertThat(documents.isAnyWaitedFor(101 + BOOT, BOOT)).isFalse();
    }

    @Test
    void areKnownByAllOfTheirAddress() {
        assertThat(Documents.shortened(0)).isEqualTo(Documents.UNKNOWN);
        assertThat(Documents.shortened(0x10001))
                .as("an address that cancels out")
                .isNotEqualTo(Documents.UNKNOWN);
        assertThat(Documents.shortened(0x20005)).isNotEqualTo(Documents.shortened(0x30005));
        assertThat(Documents.shortened(5)).isEqualTo((char) 5);
    }
}
