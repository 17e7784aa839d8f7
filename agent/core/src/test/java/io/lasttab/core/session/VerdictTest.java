package io.lasttab.core.session;

import static io.lasttab.core.session.World.BOOT;
import static io.lasttab.core.session.World.CLOSED;
import static io.lasttab.core.session.World.LEFT;
import static io.lasttab.core.session.World.LOST;
import static io.lasttab.core.session.World.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.session.PageMessage.Kind;
import org.junit.jupiter.api.Test;

/** Where one reason to keep a session ends and another one begins, to the millisecond. */
class VerdictTest {

    private final Ledger ledger = new Ledger();
    private int addresses;

    private void say(Kind kind, int page, int sequence, long now) {
        ledger.heard(new PageMessage(kind, 0, page, sequence, false, null, null), now, POLICY);
    }

    private void serve(long now) {
        ledger.documentServed(++addresses, now, BOOT);
    }

    private void leave(int page, int sequence, long now) {
        ledger.heard(new PageMessage(Kind.BYE, 0, page, sequence, true, null, null), now, POLICY);
    }

    private void request(long now) {
        ledger.requestStarted();
        ledger.requestEnded(now);
    }

    private long deadline() {
        return Verdict.deadline(ledger, POLICY);
    }

    private ExitCause cause() {
        return Verdict.cause(ledger, POLICY);
    }

    @Test
    void blamesTheDepartureWhereSilenceEndsAtTheSameMoment() {
        say(Kind.HELLO, 1, 1, 100);
        say(Kind.HELLO, 2, 1, 100);
        say(Kind.BYE, 2, 2, 100 + LOST - CLOSED);
        assertThat(deadline()).isEqualTo(100 + LOST);
        assertThat(cause()).isEqualTo(ExitCause.ORPHANED_CLOSED);
    }

    @Test
    void takesARequestForASignOfAPageThatWasHeardAtTheFirstMomentOfAll() {
        say(Kind.HELLO, 1, 1, 0);
        request(4);
        assertThat(deadline()).isEqualTo(4 + LOST);
    }

    @Test
    void doubtsThatWordsGetThroughUntilOneIsHeardThatIsMoreThanASilenceLater() {
        say(Kind.HELLO, 1, 1, 100);
        say(Kind.HELLO, 2, 1, 100 + LOST);
        say(Kind.BYE, 2, 2, 100 + LOST);
        request(100 + LOST);
        assertThat(deadline()).isEqualTo(100 + LOST + LOST);

        say(Kind.BYE, 2, 3, 100 + LOST + 1);
        assertThat(deadline()).isEqualTo(100 + LOST + CLOSED);
    }

    @Test
    void givesASessionThatNoPageWasLostOfTheGraceOfADepartureOnly() {
        say(Kind.HELLO, 1, 1, 100);
        leave(1, 2, 101);
        request(103);
        assertThat(deadline()).isEqualTo(103 + LEFT);
        assertThat(cause()).isEqualTo(ExitCause.ORPHANED_LEFT);
    }

    @Test
    void hasAGraceForEachDeparture() {
        assertThat(POLICY.grace(Departure.CLOSED)).isEqualTo(CLOSED);
        assertThat(POLICY.grace(Departure.LEFT)).isEqualTo(LEFT);
        assertThat(POLICY.grace(Departure.LOST)).isEqualTo(LOST);
    }

    @Test
    void waitsForADocumentUntilTheEndOfBoot() {
        say(Kind.HELLO, 1, 1, 100);
        say(Kind.BYE, 1, 2, 100);
        serve(100);
        serve(100 + BOOT);
        say(Kind.HELLO, 2, 1, 100 + BOOT);
        say(Kind.BYE, 2, 2, 100 + BOOT);
        assertThat(ledger.pendingSince()).as("one of two has arrived").isEqualTo(100 + BOOT);
    }

    @Test
    void losesNoDocumentHoweverManyAreOnTheirWay() {
        say(Kind.HELLO, 1, 1, 100);
        for (int i = 0; i <= Short.MAX_VALUE; i++) {
            serve(101);
            ledger.documentServed(0, 101, BOOT);
        }
        assertThat(deadline()).isEqualTo(101 + LOST);
        assertThat(ledger.pendingSince()).isEqualTo(101);
    }

    @Test
    void waitsForADocumentThoughPagesHaveComeWithoutOneBefore() {
        serve(100);
        say(Kind.HELLO, 1, 1, 100);
        say(Kind.HELLO, 2, 1, 100);
        serve(101);
        assertThat(ledger.pendingSince()).isEqualTo(101);
    }

    @Test
    void waitsForADocumentWhoseHelloWasNotTheWordThatArrived() {
        serve(100);
        say(Kind.ALIVE, 1, 1, 101);
        assertThat(ledger.pendingSince()).isEqualTo(100);
    }

    @Test
    void waitsNoMoreForADocumentWhoseHelloWasOvertaken() {
        serve(100);
        leave(1, 2, 100);
        say(Kind.HELLO, 1, 1, 100);
        assertThat(ledger.pendingSince()).isEqualTo(-1);
        assertThat(deadline()).isEqualTo(100 + LEFT);
        assertThat(cause()).isEqualTo(ExitCause.ORPHANED_LEFT);
    }

    @Test
    void isNotConfirmedByAnAliveThatWasOvertaken() {
        say(Kind.BYE, 1, 3, 100);
        say(Kind.ALIVE, 1, 2, 101);
        assertThat(deadline()).isEqualTo(Verdict.NEVER);
    }

    @Test
    void isNotMovedByAWordThatArrivesAgain() {
        say(Kind.HELLO, 1, 1, 100);
        say(Kind.ALIVE, 1, 2, 101);
        say(Kind.ALIVE, 1, 2, 104);
        assertThat(deadline()).isEqualTo(101 + LOST);
        assertThat(ledger.pagesSeen()).isOne();
    }

    @Test
    void isNotMovedByAByeWithTheNumberOfAnotherWord() {
        say(Kind.HELLO, 1, 2, 100);
        say(Kind.BYE, 1, 2, 101);
        assertThat(ledger.openPages()).isOne();
        assertThat(deadline()).isEqualTo(100 + LOST);
    }

    @Test
    void countsAPageOnceThatIsInheritedTwice() {
        Ledger before = new Ledger();
        before.heard(new PageMessage(Kind.HELLO, 3, 1, 4, false, null, null), 100, POLICY);
        before.heard(new PageMessage(Kind.HELLO, 5, 2, 1, false, null, null), 102, POLICY);
        ledger.inherit(before.copyOfOpenAndAwayPages());
        ledger.inherit(before.copyOfOpenAndAwayPages());
        assertThat(ledger.pagesSeen()).isEqualTo(2);
        assertThat(ledger.openPages()).isEqualTo(2);
        assertThat(deadline()).isEqualTo(102 + LOST);

        ledger.heard(new PageMessage(Kind.BYE, 5, 2, 2, false, null, null), 103, POLICY);
        assertThat(deadline()).as("one is still open").isEqualTo(100 + LOST);
    }
}
