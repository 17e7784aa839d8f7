package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.session.PageMessage.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The ledger together with the verdict on it, at the default graces in seconds. */
class LedgerTest {

    private static final long CLOSED = 10;
    private static final long LEFT = 20;
    private static final long BOOT = 30;
    private static final long LOST = 600;
    private static final long AWAY = 900;
    private static final Policy POLICY = new Policy(CLOSED, LEFT, AWAY, LOST, BOOT, "www.shop.example"::equals);

    private final Ledger ledger = new Ledger();
    private int addresses;

    private void say(Kind kind, int page, int sequence, long now) {
        ledger.heard(new PageMessage(kind, 0, page, sequence, false, null, null), now, POLICY);
    }

    /** A first word of a page that tells the address of its document. */
    private void sayAt(int address, Kind kind, int page, long now) {
        ledger.heard(new PageMessage(kind, 0, page, 1, false, null, null).from(address), now, POLICY);
    }

    /** A document of an address that no other one has. */
    private void serve(long now) {
        ledger.documentServed(++addresses, now, BOOT);
    }

    private void leave(int page, int sequence, long now) {
        ledger.heard(new PageMessage(Kind.BYE, 0, page, sequence, true, null, null), now, POLICY);
    }

    private void sendAway(int page, int sequence, String host, long now) {
        ledger.heard(new PageMessage(Kind.BYE, 0, page, sequence, true, host, null), now, POLICY);
    }

    /** Hello of a page in the tab of another one, whose last word it names. */
    private void open(int page, int before, int last, long now) {
        PageMessage after = new PageMessage(Kind.BYE, 0, before, last, false, null, null);
        ledger.heard(new PageMessage(Kind.HELLO, 0, page, 1, false, null, after), now, POLICY);
    }

    /** Hello of a page that is shown again in the tab of another one, whose last word it names. */
    private void restore(int page, int sequence, int before, int last, long now) {
        PageMessage after = new PageMessage(Kind.BYE, 0, before, last, false, null, null);
        ledger.heard(new PageMessage(Kind.HELLO, 0, page, sequence, false, null, after), now, POLICY);
    }

    private void assertEndsAt(long at, ExitCause cause) {
        assertThat(Verdict.deadline(ledger, POLICY)).isEqualTo(at);
        assertThat(Verdict.cause(ledger, POLICY)).isEqualTo(cause);
    }

    private void assertNeverEnds() {
        assertThat(Verdict.deadline(ledger, POLICY)).isEqualTo(Verdict.NEVER);
    }

    @Nested
    class Judges {

        @Test
        void noSessionOfWhichNoPageWasConfirmed() {
            ledger.requestStarted();
            serve(1);
            ledger.requestEnded(2);
            ledger.unseenPageServed(2);
            say(Kind.BYE, 9, 5, 3);
            say(Kind.FRAMED, 8, 1, 3);

            assertNeverEnds();
        }

        @Test
        void noSessionThatFollowsOnOneOfWhichNoPageWasConfirmed() {
            ledger.inherit(new Ledger().copyOfOpenAndAwayPages());
            assertNeverEnds();
        }

        @Test
        void aClosedPageByItsGrace() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.BYE, 1, 2, 200);
            assertEndsAt(210, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void aPageThatLeftByItsGrace() {
            say(Kind.HELLO, 1, 1, 100);
            leave(1, 2, 200);
            assertEndsAt(220, ExitCause.ORPHANED_LEFT);
        }

        @Test
        void anOpenPageBySilence() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.ALIVE, 1, 2, 160);
            assertEndsAt(760, ExitCause.ORPHANED_LOST);
        }

        @Test
        void aPageWhoseWordsMayBeBlockedByTheLastRequest() {
            say(Kind.HELLO, 1, 1, 100);
            ledger.requestStarted();
            ledger.requestEnded(651);
            assertEndsAt(1251, ExitCause.ORPHANED_LOST);
        }

        @Test
        void aSilentPageByItsSilenceAsSoonAsAnotherShowsThatWordsGetThrough() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.HELLO, 2, 1, 650);
            ledger.requestStarted();
            ledger.requestEnded(705);
            say(Kind.BYE, 2, 2, 710);
            assertEndsAt(720, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void severalPagesByTheOneThatKeepsTheSessionLongest() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.HELLO, 2, 1, 150);
            say(Kind.BYE, 1, 2, 700);
            assertEndsAt(750, ExitCause.ORPHANED_LOST);
        }

        @Test
        void noSessionWhileARequestRunsAndTheGraceAgainAfterIt() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.BYE, 1, 2, 200);
            ledger.requestStarted();
            ledger.requestStarted();
            ledger.requestEnded(207);
            assertNeverEnds();
            ledger.requestEnded(500);
            assertEndsAt(510, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void aPageThatCannotSpeakLikeASilentOne() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.BYE, 1, 2, 200);
            ledger.unseenPageServed(150);
            assertEndsAt(750, ExitCause.ORPHANED_LOST);
        }

        @Test
        void morePagesThanCanBeCountedLikeSilentOnes() {
            for (int page = 0; page <= Pages.MAX_PAGES; page++) {
                say(Kind.HELLO, page, 1, 100);
            }
            for (int page = 0; page <= Pages.MAX_PAGES; page++) {
                say(Kind.BYE, page, 2, 200);
            }
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void aDocumentThatMayHaveSentItsUserOnBeforeItsScriptRanLikeASilentPage() {
            say(Kind.HELLO, 1, 1, 100);
            leave(1, 2, 200);
            serve(201);
            assertEndsAt(801, ExitCause.ORPHANED_LOST);
            say(Kind.HELLO, 2, 1, 202);
            say(Kind.BYE, 2, 2, 213);
            assertEndsAt(223, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void aDocumentThatIsNoPageByBoot() {
            say(Kind.HELLO, 1, 1, 100);
            leave(1, 2, 200);
            ledger.documentServed(0, 201, BOOT);
            assertEndsAt(231, ExitCause.ORPHANED_LEFT);
            say(Kind.FRAMED, 2, 1, 202);
            assertEndsAt(220, ExitCause.ORPHANED_LEFT);
        }

        @Test
        void aSessionThatNoPageHasLeftAsOneThatWasClosed() {
            assertThat(ledger.departure()).isEqualTo(Departure.CLOSED);
        }

        @Test
        void everyDepartureByItsOwnGraceWhateverDepartsAfterIt() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.HELLO, 2, 1, 100);
            leave(1, 2, 200);
            say(Kind.BYE, 2, 2, 205);
            assertEndsAt(220, ExitCause.ORPHANED_LEFT);
            ledger.requestStarted();
            ledger.requestEnded(211);
            assertEndsAt(221, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void aClosedPageByItsGraceThoughAnotherLeavesWithLess() {
            Policy patient = new Policy(50, LEFT, AWAY, LOST, BOOT, host -> false);
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.HELLO, 2, 1, 100);
            say(Kind.BYE, 2, 2, 200);
            leave(1, 2, 205);
            assertThat(Verdict.deadline(ledger, patient)).isEqualTo(250);
            assertThat(Verdict.cause(ledger, patient)).isEqualTo(ExitCause.ORPHANED_CLOSED);
        }
    }

    @Nested
    class UsersWhoAreSentAway {

        @Test
        void areExpectedBackForTheirOwnGrace() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            assertEndsAt(1100, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void toAnotherHostOfTheApplicationHaveLeftLikeAnyOther() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "www.shop.example", 200);
            assertEndsAt(220, ExitCause.ORPHANED_LEFT);
        }

        @Test
        void areWaitedForHoweverManyOtherPagesCloseMeanwhile() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.HELLO, 2, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            say(Kind.BYE, 2, 2, 205);
            assertEndsAt(1100, ExitCause.ORPHANED_SENT_AWAY);
            for (int page = 3; page < 60; page++) {
                say(Kind.HELLO, page, 1, 200 + page);
                say(Kind.BYE, page, 2, 200 + page);
            }
            assertEndsAt(1100, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void areWaitedForEvenIfManyMoreWereSentAwayAndCameBack() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            for (int page = 2; page < 60; page++) {
                say(Kind.HELLO, page, 1, 200 + page);
                sendAway(page, 2, "pay.example", 200 + page);
            }
            for (int page = 2; page < 60; page++) {
                open(page + 100, page, 2, 300);
                say(Kind.BYE, page + 100, 2, 300);
            }
            assertThat(Verdict.deadline(ledger, POLICY)).isGreaterThanOrEqualTo(1100);
        }

        @Test
        void areNotWaitedForAnyMoreOnceTheNextPageIsShownInTheirTab() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            open(2, 1, 2, 400);
            say(Kind.BYE, 2, 2, 500);
            assertEndsAt(510, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void areBackWhenTheirPageIsShownAgain() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            say(Kind.ALIVE, 1, 3, 300);
            assertThat(ledger.openPages()).isZero();
            say(Kind.HELLO, 1, 4, 400);
            assertThat(ledger.openPages()).isOne();
            say(Kind.BYE, 1, 5, 500);
            assertEndsAt(510, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void areNotBackBecauseAPageIsOpenedAndClosedInAnotherTab() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            ledger.requestStarted();
            serve(300);
            ledger.requestEnded(300);
            say(Kind.HELLO, 2, 1, 301);
            leave(2, 2, 302);
            open(3, 2, 2, 303);
            say(Kind.BYE, 3, 2, 304);
            assertEndsAt(1100, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void areNotBackBecauseAnOldReturnIsToldAgain() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            open(2, 1, 2, 300);
            say(Kind.HELLO, 1, 3, 400);
            sendAway(1, 4, "pay.example", 500);
            open(2, 1, 2, 501);
            say(Kind.BYE, 2, 2, 502);
            assertEndsAt(1400, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void areBackEvenIfTheirByeComesAfterTheirReturn() {
            say(Kind.HELLO, 1, 1, 100);
            open(2, 1, 2, 300);
            sendAway(1, 2, "pay.example", 301);
            say(Kind.BYE, 2, 2, 400);
            assertEndsAt(410, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void staySoIfAPageSaysByeASecondTimeWithoutIt() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            say(Kind.BYE, 1, 3, 201);
            assertEndsAt(1100, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void areExpectedFromTheLastTimeThatTheirPageSaidSo() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            sendAway(1, 3, "pay.example", 201);
            assertEndsAt(1101, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void areNotExpectedForLongerBecauseTheirPageIsStillAliveInTheCache() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            say(Kind.ALIVE, 1, 3, 300);
            assertEndsAt(1100, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void byARedirectAreThoseWhosePagesLeaveSoonAfterIt() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.HELLO, 2, 1, 100);
            ledger.redirectedAway(200, POLICY);
            say(Kind.BYE, 2, 2, 205);
            leave(1, 2, 200 + BOOT);
            assertEndsAt(200 + BOOT + AWAY, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void byARedirectAreWaitedForThoughNoPageIsSeenToFollowIt() {
            say(Kind.HELLO, 1, 1, 100);
            ledger.redirectedAway(200, POLICY);
            say(Kind.BYE, 1, 2, 200 + BOOT + 1);
            assertEndsAt(200 + AWAY, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void byARedirectAreWaitedForThoughAnotherTabHasJustAskedForItsNextPage() {
            say(Kind.HELLO, 1, 1, 100);
            ledger.redirectedAway(200, POLICY);
            serve(200);
            leave(1, 2, 205);
            open(2, 1, 2, 206);
            say(Kind.BYE, 2, 2, 300);
            assertEndsAt(200 + AWAY, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void byARedirectAreWaitedForThoughAnotherTabGoesOnToTheNextPageMeanwhile() {
            say(Kind.HELLO, 1, 1, 100);
            ledger.redirectedAway(200, POLICY);
            serve(204);
            leave(1, 2, 205);
            open(2, 1, 2, 206);
            say(Kind.BYE, 2, 2, 300);
            assertEndsAt(200 + AWAY, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void byARedirectAreBackOnceThePageThatFollowedItIs() {
            say(Kind.HELLO, 1, 1, 100);
            ledger.redirectedAway(200, POLICY);
            leave(1, 2, 205);
            serve(400);
            open(2, 1, 2, 401);
            say(Kind.BYE, 2, 2, 500);
            assertEndsAt(510, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void byARedirectInANewTabAreWaitedForThoughTheUserGoesBackInTheFirst() {
            say(Kind.HELLO, 1, 1, 100);
            leave(1, 2, 101);
            open(2, 1, 2, 102);
            ledger.redirectedAway(200, POLICY);
            leave(2, 2, 201);
            restore(1, 3, 2, 2, 202);
            say(Kind.BYE, 1, 4, 300);
            assertEndsAt(200 + AWAY, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void byARedirectInANewTabAreWaitedForThoughTheUserGoesBackInTheFirstAtTheEndOfBoot() {
            say(Kind.HELLO, 1, 1, 0);
            leave(1, 2, 0);
            open(2, 1, 2, 0);
            ledger.redirectedAway(0, POLICY);
            leave(2, 2, 1);
            restore(1, 3, 2, 2, BOOT);
            say(Kind.BYE, 1, 4, 100);
            assertEndsAt(AWAY, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void byARedirectAreBackWhenTheyGoBackToThePageBeforeAfterBoot() {
            say(Kind.HELLO, 1, 1, 100);
            leave(1, 2, 101);
            open(2, 1, 2, 102);
            ledger.redirectedAway(200, POLICY);
            leave(2, 2, 201);
            restore(1, 3, 2, 2, 201 + BOOT);
            say(Kind.BYE, 1, 4, 300);
            assertEndsAt(310, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void byARedirectAreBackHoweverSoonTheNextPageIsShownInTheirTab() {
            say(Kind.HELLO, 1, 1, 100);
            ledger.redirectedAway(200, POLICY);
            leave(1, 2, 201);
            open(2, 1, 2, 202);
            say(Kind.BYE, 2, 2, 300);
            assertEndsAt(310, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void byARedirectFromANewTabAreWaitedForThoughAPageComesAndGoesInAnotherMeanwhile() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.BYE, 1, 2, 150);
            ledger.redirectedAway(200, POLICY);
            say(Kind.HELLO, 2, 1, 201);
            leave(2, 2, 202);
            open(3, 2, 2, 203);
            say(Kind.BYE, 3, 2, 300);
            assertEndsAt(200 + AWAY, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void byARedirectAtTheFirstMomentOfAllAreThoseWhosePageLeavesThen() {
            say(Kind.HELLO, 1, 1, 0);
            ledger.redirectedAway(0, POLICY);
            leave(1, 2, 1);
            assertEndsAt(1 + AWAY, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void byTwoRedirectsAreTwo() {
            say(Kind.HELLO, 1, 1, 100);
            ledger.redirectedAway(200, POLICY);
            ledger.redirectedAway(202, POLICY);
            leave(1, 2, 205);
            open(2, 1, 2, 401);
            say(Kind.BYE, 2, 2, 500);
            assertEndsAt(200 + AWAY, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void areWaitedForInASessionThatFollowsOnTheirs() {
            say(Kind.HELLO, 1, 1, 100);
            ledger.redirectedAway(200, POLICY);
            Ledger next = new Ledger();
            next.inherit(ledger.copyOfOpenAndAwayPages());
            next.heard(new PageMessage(Kind.BYE, 0, 1, 2, false, null, null), 300, POLICY);
            assertThat(Verdict.deadline(next, POLICY)).isEqualTo(200 + AWAY);
        }

        @Test
        void inTwoTabsAreBackOneByOne() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.HELLO, 2, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            sendAway(2, 2, "pay.example", 210);
            open(3, 2, 2, 300);
            say(Kind.BYE, 3, 2, 301);
            assertEndsAt(200 + AWAY, ExitCause.ORPHANED_SENT_AWAY);
            open(4, 1, 2, 400);
            say(Kind.BYE, 4, 2, 401);
            assertEndsAt(411, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void haveTheirTimeAnewIfTheyComeBackToBeSentOn() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            ledger.redirectedAway(1000, POLICY);
            assertEndsAt(1900, ExitCause.ORPHANED_SENT_AWAY);
            open(2, 1, 2, 1500);
            say(Kind.BYE, 2, 2, 1600);
            assertEndsAt(1610, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void butGaveUpLongAgoAreNotExpectedAnewBecauseAnotherOneIsSentAway() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            say(Kind.HELLO, 2, 1, 2000);
            ledger.redirectedAway(2001, POLICY);
            sendAway(2, 2, "pay.example", 2002);
            open(3, 2, 2, 2100);
            say(Kind.BYE, 3, 2, 2200);
            assertEndsAt(2210, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void fromANewTabBeforeAnyPageIsShownInItAreExpectedToo() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.BYE, 1, 2, 200);
            ledger.redirectedAway(205, POLICY);
            assertEndsAt(1105, ExitCause.ORPHANED_SENT_AWAY);
        }

        @Test
        void beforeAnyPageHasSpokenAreNotRemembered() {
            ledger.redirectedAway(100, POLICY);
            say(Kind.HELLO, 1, 1, 150);
            say(Kind.BYE, 1, 2, 200);
            assertEndsAt(210, ExitCause.ORPHANED_CLOSED);
        }
    }

    @Nested
    class Documents {

        @Test
        void ofThePageBeforeWhoseByeIsLostAreKnownToHaveLeftFromTheNextOne() {
            say(Kind.HELLO, 1, 1, 100);
            open(2, 1, 2, 200);
            assertThat(ledger.openPages()).isOne();
            say(Kind.BYE, 2, 2, 300);
            assertEndsAt(310, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void ofThePageBeforeWhoseByeIsLostAreGivenTheGraceOfOneThatHasLeft() {
            say(Kind.HELLO, 1, 1, 100);
            open(2, 1, 2, 200);
            say(Kind.BYE, 2, 2, 201);
            assertEndsAt(220, ExitCause.ORPHANED_LEFT);
        }

        @Test
        void areEachSettledByTheirOwnPageOnly() {
            serve(100);
            serve(100);
            say(Kind.HELLO, 1, 1, 101);
            say(Kind.HELLO, 1, 1, 101);
            say(Kind.ALIVE, 1, 2, 101);
            say(Kind.BYE, 1, 3, 102);
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void inFramesAreSettledByOneWordHoweverOftenItArrives() {
            serve(100);
            serve(100);
            say(Kind.FRAMED, 1, 1, 101);
            say(Kind.FRAMED, 1, 1, 101);
            assertThat(ledger.pendingSince()).isEqualTo(100);
            say(Kind.FRAMED, 2, 1, 101);
            assertThat(ledger.pendingSince()).isEqualTo(-1);
            assertThat(ledger.isConfirmed()).isFalse();
        }

        @Test
        void areNotSettledByAPageThatComesBackForgotten() {
            serve(100);
            say(Kind.HELLO, 1, 7, 101);
            assertThat(ledger.pendingSince()).isEqualTo(100);
        }

        @Test
        void thatNeverSpokeAreNotSettledByThePageAfterThem() {
            serve(100);
            serve(131);
            say(Kind.HELLO, 1, 1, 132);
            assertThat(ledger.pendingSince()).isEqualTo(100);
            say(Kind.BYE, 1, 2, 133);
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void thatNeverSpokeAreNotSettledByAPageThatComesWithoutOne() {
            serve(100);
            say(Kind.HELLO, 1, 1, 101 + BOOT);
            say(Kind.BYE, 1, 2, 132 + BOOT);
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void thatAreAskedForAgainByAReloadOrASecondClickCountOnce() {
            ledger.documentServed(7, 100, BOOT);
            ledger.documentServed(7, 101, BOOT);
            say(Kind.HELLO, 1, 1, 102);
            say(Kind.BYE, 1, 2, 103);
            assertEndsAt(131, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void thatNeverSpokeAreNotForgottenBecauseAnotherTabLoadsItsPageAgain() {
            serve(100);
            ledger.documentServed(7, 101, BOOT);
            say(Kind.HELLO, 1, 1, 102);
            ledger.documentServed(7, 103, BOOT);
            say(Kind.BYE, 1, 2, 104);
            say(Kind.HELLO, 2, 1, 104);
            say(Kind.BYE, 2, 2, 105);
            assertEndsAt(703, ExitCause.ORPHANED_LOST);
        }

        @Test
        void thatAreAskedForAgainMuchLaterCountTwice() {
            ledger.documentServed(7, 100, BOOT);
            ledger.documentServed(7, 101 + BOOT, BOOT);
            say(Kind.HELLO, 1, 1, 102 + BOOT);
            say(Kind.BYE, 1, 2, 103 + BOOT);
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void areNotSettledByAPageOfAnotherAddressThatCameFromACacheOrWasPrerendered() {
            ledger.documentServed(7, 100, BOOT);
            sayAt(8, Kind.HELLO, 1, 101);
            say(Kind.BYE, 1, 2, 102);
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void areSettledByThePagesOfTheirAddressesInAnyOrder() {
            ledger.documentServed(7, 100, BOOT);
            ledger.documentServed(8, 110, BOOT);
            ledger.documentServed(9, 110, BOOT);
            sayAt(8, Kind.HELLO, 1, 111);
            assertThat(ledger.pendingSince()).isEqualTo(110);
            sayAt(9, Kind.HELLO, 2, 111);
            assertThat(ledger.pendingSince()).isEqualTo(100);
            sayAt(7, Kind.HELLO, 3, 111);
            assertThat(ledger.pendingSince()).isEqualTo(-1);
        }

        @Test
        void areNotSettledLateAsTheirAddressMayBeShownOutOfTheCache() {
            ledger.documentServed(7, 100, BOOT);
            sayAt(7, Kind.HELLO, 1, 101 + BOOT);
            say(Kind.BYE, 1, 2, 102 + BOOT);
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void thatAreLateAreLeftAloneByOneOfTheSameAddressThatIsNot() {
            ledger.documentServed(7, 100, BOOT);
            ledger.documentServed(7, 200, BOOT);
            sayAt(7, Kind.HELLO, 1, 201);
            say(Kind.BYE, 1, 2, 202);
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void thatNeverSpokeGrowNoYoungerByThoseThatComeAfterThem() {
            ledger.documentServed(7, 100, BOOT);
            for (int page = 1; page < 10; page++) {
                long now = 100 + page * BOOT / 2;
                ledger.documentServed(7 + page, now, BOOT);
                sayAt(7 + page, Kind.HELLO, page, now + 1);
                say(Kind.BYE, page, 2, now + 2);
            }
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void countWhenTheyAreTooManyToKeepThemApart() {
            for (int i = 0; i <= io.lasttab.core.session.Documents.MOST; i++) {
                ledger.documentServed(7 + i, 100 + i, BOOT);
            }
            for (int i = 0; i <= io.lasttab.core.session.Documents.MOST; i++) {
                sayAt(7 + i, Kind.HELLO, 1 + i, 120);
                say(Kind.BYE, 1 + i, 2, 120);
            }
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void inTabsAreSettledByTheirPagesThoughOthersAreInFrames() {
            ledger.documentServed(7, 100, BOOT);
            ledger.documentServed(0, 100, BOOT);
            sayAt(7, Kind.HELLO, 1, 101);
            say(Kind.BYE, 1, 2, 102);
            assertEndsAt(100 + BOOT, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void inTabsAreNotSettledByOneInAFrameOfTheSameAddress() {
            ledger.documentServed(7, 100, BOOT);
            ledger.documentServed(0, 100, BOOT);
            sayAt(7, Kind.FRAMED, 1, 101);
            say(Kind.HELLO, 2, 2, 101);
            say(Kind.BYE, 2, 3, 102);
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void elsewhereAreSettledByAPageThatFitsNoneInATab() {
            ledger.documentServed(0, 100, BOOT);
            sayAt(7, Kind.HELLO, 1, 101);
            assertThat(ledger.pendingSince()).isEqualTo(-1);
        }

        @Test
        void thatAreAskedForAgainAreStillWaitedForWhenTheFirstOneHasSpoken() {
            ledger.documentServed(7, 100, BOOT);
            ledger.documentServed(7, 101, BOOT);
            sayAt(7, Kind.HELLO, 1, 102);
            say(Kind.BYE, 1, 2, 102);
            sayAt(8, Kind.HELLO, 2, 103);
            say(Kind.BYE, 2, 2, 103);
            assertEndsAt(131, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void inFramesAreToldFromThoseInTabs() {
            serve(100);
            ledger.documentServed(0, 100, BOOT);
            say(Kind.FRAMED, 1, 1, 101);
            say(Kind.FRAMED, 2, 1, 101);
            say(Kind.HELLO, 3, 2, 101);
            say(Kind.BYE, 3, 3, 102);
            assertEndsAt(112, ExitCause.ORPHANED_CLOSED);
        }
    }

    @Nested
    class Words {

        @Test
        void thatArriveTwiceChangeNothing() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.BYE, 1, 2, 200);
            say(Kind.BYE, 1, 2, 205);
            say(Kind.HELLO, 1, 1, 206);
            assertEndsAt(210, ExitCause.ORPHANED_CLOSED);
            assertThat(ledger.pagesSeen()).isOne();
        }

        @Test
        void saidTwiceAtLeavingCountFromTheFirst() {
            say(Kind.HELLO, 1, 1, 100);
            leave(1, 2, 200);
            leave(1, 3, 201);
            assertEndsAt(220, ExitCause.ORPHANED_LEFT);
        }

        @Test
        void ofAReplayedByeDoNotCloseAPageThatIsShownAgain() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.HELLO, 1, 3, 201);
            leave(1, 2, 202);
            assertThat(ledger.openPages()).isOne();
        }

        @Test
        void ofAPageInTheBackForwardCacheReopenItOnlyByHello() {
            say(Kind.HELLO, 1, 1, 100);
            leave(1, 2, 200);
            say(Kind.ALIVE, 1, 3, 201);
            assertThat(ledger.openPages()).isZero();
            say(Kind.HELLO, 1, 4, 202);
            assertThat(ledger.openPages()).isOne();
        }

        @Test
        void ofAPageInTheBackForwardCacheReopenItOnlyByHelloThoughItsTabShowsTheNextOne() {
            say(Kind.HELLO, 1, 1, 100);
            leave(1, 2, 200);
            open(2, 1, 2, 201);
            say(Kind.ALIVE, 1, 3, 202);
            assertThat(ledger.openPages()).isOne();
        }

        @Test
        void ofAPageInTheBackForwardCacheKeepItInMindLongerThanThoseThatAreSilent() {
            for (int page = 1; page <= Pages.MAX_LEFT; page++) {
                say(Kind.HELLO, page, 1, 100);
                leave(page, 2, 100 + page);
            }
            say(Kind.ALIVE, 1, 3, 200);
            say(Kind.HELLO, 50, 1, 201);
            leave(50, 2, 202);
            say(Kind.ALIVE, 1, 4, 203);
            assertThat(ledger.openPages()).as("pages taken for unknown ones").isZero();
        }

        @Test
        void ofAHelloThatIsLateDoNotReopenAPageWhoseTabShowsTheNextOne() {
            say(Kind.HELLO, 1, 1, 100);
            leave(1, 2, 200);
            open(2, 1, 4, 300);
            say(Kind.HELLO, 1, 3, 301);
            assertThat(ledger.openPages()).isOne();
        }

        @Test
        void ofAHelloThatIsLateDoNotReopenAPageThatWasSentAway() {
            say(Kind.HELLO, 1, 1, 100);
            sendAway(1, 2, "pay.example", 200);
            say(Kind.BYE, 1, 4, 300);
            say(Kind.HELLO, 1, 3, 301);
            assertThat(ledger.openPages()).isZero();
        }

        @Test
        void ofAByeThatOvertookItsHelloLeaveThePageClosed() {
            say(Kind.BYE, 1, 2, 100);
            say(Kind.HELLO, 1, 1, 101);
            assertThat(ledger.openPages()).isZero();
            assertEndsAt(111, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void ofAPageKnownByItsByeOnlyConfirmTheSession() {
            leave(1, 2, 100);
            say(Kind.HELLO, 1, 3, 101);
            leave(1, 4, 102);
            assertEndsAt(122, ExitCause.ORPHANED_LEFT);
            assertThat(ledger.pagesSeen()).isOne();
        }

        @Test
        void ofAByeOfAnUnknownPageDoNotStartACountdown() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.BYE, 2, 9, 200);
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
        }

        @Test
        void ofAnUnknownPageThatIsAliveOpenIt() {
            say(Kind.ALIVE, 1, 40, 100);
            assertThat(ledger.openPages()).isOne();
            assertThat(ledger.isConfirmed()).isTrue();
        }

        @Test
        void heardWhileTimeRunsBackwardsTakeNothingAway() {
            say(Kind.HELLO, 1, 1, 100);
            say(Kind.ALIVE, 1, 2, 90);
            assertEndsAt(700, ExitCause.ORPHANED_LOST);
            say(Kind.BYE, 1, 3, 95);
            ledger.requestStarted();
            ledger.requestEnded(97);
            ledger.requestStarted();
            ledger.requestEnded(96);
            assertEndsAt(107, ExitCause.ORPHANED_CLOSED);
        }

        @Test
        void ofTenThousandPagesTakeNoMoreMemoryThanThoseOfSixtyFour() {
            for (int page = 0; page < 10_000; page++) {
                say(page % 3 == 0 ? Kind.BYE : Kind.HELLO, page, 1, page);
                say(Kind.FRAMED, -page, 1, page);
            }
            assertThat(ledger.count()).isLessThanOrEqualTo(Pages.MAX_PAGES);
        }
    }
}
