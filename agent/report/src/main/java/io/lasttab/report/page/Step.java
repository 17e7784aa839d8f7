package io.lasttab.report.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A width of bars and of an axis's marks, as clocks and calendars have them. */
enum Step {
    MINUTE(1, ChronoUnit.MINUTES, "a minute"),
    FIVE_MINUTES(5, ChronoUnit.MINUTES, "5 minutes"),
    QUARTER_OF_AN_HOUR(15, ChronoUnit.MINUTES, "15 minutes"),
    HALF_AN_HOUR(30, ChronoUnit.MINUTES, "30 minutes"),
    HOUR(1, ChronoUnit.HOURS, "an hour"),
    THREE_HOURS(3, ChronoUnit.HOURS, "3 hours"),
    SIX_HOURS(6, ChronoUnit.HOURS, "6 hours"),
    HALF_A_DAY(12, ChronoUnit.HOURS, "12 hours"),
    DAY(1, ChronoUnit.DAYS, "a day"),
    TWO_DAYS(2, ChronoUnit.DAYS, "2 days"),
    WEEK(1, ChronoUnit.WEEKS, "a week"),
    MONTH(1, ChronoUnit.MONTHS, "a month"),
    QUARTER(3, ChronoUnit.MONTHS, "3 months"),
    YEAR(1, ChronoUnit.YEARS, "a year"),
    DECADE(10, ChronoUnit.YEARS, "10 years"),
    CENTURY(100, ChronoUnit.YEARS, "100 years");

    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter DATE = format("d MMM");
    private static final DateTimeFormatter MONTH_AND_YEAR = format("MMM uuuu");
    private static final DateTimeFormatter YEAR_ALONE = format("uuuu");
    private static final DateTimeFormatter WEEKDAY_AND_DATE = format("EEE d MMM uuuu");
    private static final DateTimeFormatter MOMENT = format("EEE d MMM uuuu, HH:mm");

    private final int amount;
    private final ChronoUnit unit;
    private final String words;

    Step(int amount, ChronoUnit unit, String words) {
        this.amount = amount;
        this.unit = unit;
        this.words = words;
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** The smallest that cuts a span into at most so many parts, or about that. */
    static Step cutting(long spanMillis, int most) {
        for (Step step : values()) {
            if (spanMillis <= most * step.millis()) {
                return step;
            }
        }
        return CENTURY;
    }

    private long millis() {
        return unit.getDuration().multipliedBy(amount).toMillis();
    }

    /** The last begin of a step that is not later. */
    ZonedDateTime floor(ZonedDateTime time) {
        switch (unit) {
            case MINUTES:
                return time.truncatedTo(ChronoUnit.MINUTES).withMinute(time.getMinute() / amount * amount);
            case HOURS:
                ZonedDateTime hour = time.truncatedTo(ChronoUnit.HOURS);
                return amount == 1 ? hour : hour.withHour(time.getHour() / amount * amount);
            default:
                return floor(time.toLocalDate()).atStartOfDay(time.getZone());
        }
    }

    private LocalDate floor(LocalDate date) {
        switch (unit) {
            case DAYS:
                return date.minusDays(Math.floorMod(date.toEpochDay(), (long) amount));
            case WEEKS:
                return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS:
                return date.withDayOfMonth(1).withMonth((date.getMonthValue() - 1) / amount * amount + 1);
            default:
                return LocalDate.of(date.getYear() / amount * amount, 1, 1);
        }
    }

    /**
     * The begin of the next step.
     *
     * @param begin of a step
     */
    ZonedDateTime next(ZonedDateTime begin) {
        if (unit == ChronoUnit.MINUTES || this == HOUR) {
            return begin.plus(amount, unit); // of time that passes: twice the same hour when clocks are set back
        }
        LocalDateTime next =
                begin.toLocalDateTime().truncatedTo(ChronoUnit.HOURS).plus(amount, unit);
        ZonedDateTime at = next.atZone(begin.getZone());
        return at.isAfter(begin) ? at : at.plusDays(1);
    }

    /** How long it is, for people. */
    String words() {
        return words;
    }

    /** For an axis, as short as can be. */
    String mark(ZonedDateTime begin) {
        switch (unit) {
            case MINUTES:
            case HOURS:
                return (begin.getHour() == 0 && begin.getMinute() == 0 ? DATE : TIME).format(begin);
            case DAYS:
            case WEEKS:
                return DATE.format(begin);
            case MONTHS:
                return MONTH_AND_YEAR.format(begin);
            default:
                return YEAR_ALONE.format(begin);
        }
    }

    /** For a table: all of it. */
    String name(ZonedDateTime begin) {
        switch (unit) {
            case MINUTES:
            case HOURS:
                return MOMENT.format(begin);
            case DAYS:
                return WEEKDAY_AND_DATE.format(begin);
            case WEEKS:
                return "Week of " + WEEKDAY_AND_DATE.format(begin);
            case MONTHS:
                return MONTH_AND_YEAR.format(begin);
            default:
                return YEAR_ALONE.format(begin);
        }
    }

    /** A moment to the minute. */
    static String moment(ZonedDateTime time) {
        return MOMENT.format(time);
    }
}
