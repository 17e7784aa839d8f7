package io.lasttab.report.figures;

import io.lasttab.report.log.Cause;
import io.lasttab.report.log.Ender;
import io.lasttab.report.log.Exit;
import io.lasttab.report.log.FalseExpiry;
import io.lasttab.report.log.SinceEnd;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All that a report tells, in memory that depends on neither the length of the log nor its order. */
public final class Figures {

    private final ZoneId zone;
    private final History history = new History();
    private final Applications applications = new Applications();
    private final Bins lifetimeBins = Bins.ofDurations();
    private final Bins idleBins = Bins.ofDurations();
    private final Bins pageBins = Bins.ofPages();
    private final LogHistogram lifetimes = new LogHistogram();
    private final LogHistogram pages = new LogHistogram();
    private final Map<Ender, LogHistogram> idle = new EnumMap<>(Ender.class);
    private final Map<DayOfWeek, long[]> begunByHour = new EnumMap<>(DayOfWeek.class);
    private final Tally<Cause> ended = new Tally<>(Cause.class);
    private final Tally<Cause> wouldHaveEnded = new Tally<>(Cause.class);
    private final Tally<SinceEnd> falseExpiries = new Tally<>(SinceEnd.class);
    private final Tally<SinceEnd> wouldHaveBeenFalse = new Tally<>(SinceEnd.class);
    private long savedMillis;
    private long heldForEver;

    /** @param zone whose weekdays and hours are counted */
    public Figures(ZoneId zone) {
        this.zone = zone;
        for (Ender ender : Ender.values()) {
            idle.put(ender, new LogHistogram());
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            begunByHour.put(day, new long[24]);
        }
    }

    public void add(Exit exit) {
        if (!exit.ended()) {
            wouldHaveEnded.add(exit.cause());
            return;
        }
        Ender ender = exit.cause().ender();
        ended.add(exit.cause());
        history.add(exit);
        applications.add(exit);
        lifetimeBins.add(exit.lifetimeMillis(), ender);
        lifetimes.add(exit.lifetimeMillis());
        idleBins.add(exit.idleMillis(), ender);
        idle.get(ender).add(exit.idleMillis());
        pageBins.add(exit.pages(), ender);
        pages.add(exit.pages());
        savedMillis += Saved.millis(exit);
        if (Saved.isEarly(exit) && !Saved.hasTimeout(exit)) {
            heldForEver++;
        }
        ZonedDateTime begin = Instant.ofEpochMilli(
                        exit.timeMillis() - Math.min(exit.timeMillis(), exit.lifetimeMillis()))
                .atZone(zone);
        begunByHour.get(begin.getDayOfWeek())[begin.getHour()]++;
    }

    public void add(FalseExpiry falseExpiry) {
        (falseExpiry.ended() ? falseExpiries : wouldHaveBeenFalse).add(SinceEnd.of(falseExpiry.sinceEndMillis()));
    }

    public ZoneId zone() {
        return zone;
    }

    /** Whether nothing was added, neither ends nor what observe mode would have ended; false expiries alone do not count. */
    public boolean isEmpty() {
        return ended() == 0 && wouldHaveEnded() == 0;
    }

    public long ended() {
        return lifetimes.total();
    }

    public long ended(Cause cause) {
        return ended.count(cause);
    }

    public long ended(Ender ender) {
        return idle.get(ender).total();
    }

    /** How often observe mode would have ended a session; none of these is an end. */
    public long wouldHaveEnded() {
        return wouldHaveEnded.sum();
    }

    public long wouldHaveEnded(Cause cause) {
        return wouldHaveEnded.count(cause);
    }

    /** How many sessions that Lasttab has ended were asked for afterwards; each counts once. */
    public long falseExpiries() {
        return falseExpiries.sum();
    }

    public long falseExpiries(SinceEnd sinceEnd) {
        return falseExpiries.count(sinceEnd);
    }

    /** How often a session was used after observe mode would have ended it. */
    public long wouldHaveBeenFalse() {
        return wouldHaveBeenFalse.sum();
    }

    public long wouldHaveBeenFalse(SinceEnd sinceEnd) {
        return wouldHaveBeenFalse.count(sinceEnd);
    }

    /** How much earlier than by their idle timeouts Lasttab ended sessions, all together. */
    public long savedMillis() {
        return savedMillis;
    }

    /** Sessions without a timeout that Lasttab ended; they are not in {@link #savedMillis}. */
    public long heldForEver() {
        return heldForEver;
    }

    /** To within 3 %. */
    public long medianIdleMillis(Ender ender) {
        return idle.get(ender).quantile(0.5);
    }

    /** To within 3 %. */
    public long lifetimeMillis(double share) {
        return lifetimes.quantile(share);
    }

    /** Exact up to 31 pages, to within 3 % above. */
    public long pages(double share) {
        return pages.quantile(share);
    }

    public Bins lifetimes() {
        return lifetimeBins;
    }

    public Bins idle() {
        return idleBins;
    }

    public Bins pages() {
        return pageBins;
    }

    /**
     * Sessions begun.
     *
     * @param hour from 0 to 23
     */
    public long begun(DayOfWeek day, int hour) {
        return begunByHour.get(day)[hour];
    }

    /** Those with most ends first, 200 at most. */
    public List<ApplicationFigures> applications() {
        return applications.list();
    }

    /** Sessions that ended in further applications. */
    public long endedBeyondApplications() {
        return applications.beyond();
    }

    /** In milliseconds since 1970; there must be an end. */
    public long firstEnd() {
        return history.firstEnd();
    }

    /** In milliseconds since 1970; there must be an end. */
    public long lastEnd() {
        return history.lastEnd();
    }

    /** When the first session began, or 366 days before its end; there must be an end. */
    public long firstBegin() {
        return history.firstBegin();
    }

    /** How fine {@link #ended(Cause, long, long)}, {@link #held} and {@link #alone} can tell times apart. */
    public long slotMillis() {
        return history.slotMillis();
    }

    /** Sessions that ended from one moment on and before another, to the nearest slot. */
    public long ended(Cause cause, long from, long to) {
        return history.ended(cause, from, to);
    }

    /** Sessions alive as they were, those without an end in the log left out; there must be an end. */
    public Alive held() {
        return history.held();
    }

    /** Sessions alive as they would have been by the idle timeout alone; there must be an end. */
    public Alive alone() {
        return history.alone();
    }
}
