package io.lasttab.report;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the command line asks for. */
final class Options {

    /** As a log: standard input; as the output: standard output. */
    static final String STREAM = "-";

    static final String USAGE = "Usage: java -jar lasttab-agent.jar report [options] <log>... -o <page>\n"
            + "\n"
            + "Makes one HTML page of charts out of exit logs.\n"
            + "\n"
            + "  <log>                       an exit log, also compressed (gzip); several in any order; - for standard input\n"
            + "  -o, --output <page>         the file to write, replaced if it is there; - for standard output\n"
            + "      --zone <zone>           whose days and hours: Europe/Berlin, UTC, +01:00; else the system's\n"
            + "      --application <name>    only this one: /shop, or localhost/shop on one host; may be repeated\n"
            + "\n"
            + "Exit codes: 0 done, 1 cannot read or write, 2 wrong usage, 3 nothing usable in the logs\n";

    private final List<String> logs = new ArrayList<>();
    private final List<String> applications = new ArrayList<>();
    private String output;
    private ZoneId zone;
    private boolean help;

    private Options() {}

    static Options of(String... arguments) throws UsageException {
        Options options = new Options();
        int at = 0;
        while (at < arguments.length && !arguments[at].equals("--")) {
            at = options.read(arguments, at);
        }
        for (int i = at + 1; i < arguments.length; i++) {
            options.logs.add(arguments[i]);
        }
        options.check();
        return options;
    }

    /** One option or log; where the next one stands. */
    private int read(String[] arguments, int at) throws UsageException {
        String argument = arguments[at];
        if (argument.equals(STREAM) || !argument.startsWith("-")) {
            logs.add(argument);
            return at + 1;
        }
        if (argument.equals("--help") || argument.equals("-h")) {
            help = true;
            return at + 1;
        }
        int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
        if (equals > 0) {
            set(argument.substring(0, equals), argument.substring(equals + 1));
            return at + 1;
        }
        set(argument, at + 1 < arguments.length ? arguments[at + 1] : null);
        return at + 2;
    }

    private void set(String option, String value) throws UsageException {
        switch (option) {
            case "-o":
            case "--output":
                once(option, output);
                output = value(option, value, "a file, such as report.html");
                break;
            case "--zone":
                once(option, zone);
                zone = zone(value(option, value, "a time zone, such as Europe/Berlin"));
                break;
            case "--application":
                applications.add(application(value(option, value, "an application, such as /shop")));
                break;
            default:
                throw new UsageException(
                        "there is no option " + option + "; there are -o, --zone, --application and --help");
        }
    }

    private static void once(String option, Object before) throws UsageException {
        if (before != null) {
            throw new UsageException(option + " is given twice");
        }
    }

    private static String value(String option, String value, String what) throws UsageException {
        if (value == null || value.isEmpty()) {
            throw new UsageException("behind " + option + " must stand " + what);
        }
        return value;
    }

    private static ZoneId zone(String name) throws UsageException {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new UsageException(
                    "there is no time zone " + name + "; write one such as Europe/Berlin, UTC or +01:00");
        }
    }

    private static String application(String name) throws UsageException {
        if (name.indexOf('/') < 0) {
            throw new UsageException("an application is its context, /" + name
                    + ", or host and context, such as localhost/" + name + "; it is not " + name);
        }
        return name;
    }

    private void check() throws UsageException {
        if (help) {
            return;
        }
        if (logs.isEmpty()) {
            throw new UsageException("of which log? Write: report exits.jsonl -o report.html");
        }
        if (output == null) {
            throw new UsageException("where to? Write: report " + String.join(" ", logs) + " -o report.html");
        }
        if (Collections.frequency(logs, STREAM) > 1) {
            throw new UsageException("standard input (-) is given twice");
        }
    }

    boolean help() {
        return help;
    }

    /** Paths, or {@link #STREAM}; not empty. */
    List<String> logs() {
        return Collections.unmodifiableList(logs);
    }

    /** A path, or {@link #STREAM}. */
    String output() {
        return output;
    }

    ZoneId zone() {
        return zone == null ? ZoneId.systemDefault() : zone;
    }

    /** Contexts, or hosts with contexts; empty for all. */
    List<String> applications() {
        return Collections.unmodifiableList(applications);
    }
}
