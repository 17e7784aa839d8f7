package io.lasttab.cli;

import io.lasttab.report.Report;
import java.util.List;

/** {@code report}: has a way of its own with its arguments, and an exit status more than the others. */
final class ReportCommand {

    private ReportCommand() {}

    static int run(Surroundings here, List<String> arguments) {
        return Report.run(arguments.toArray(new String[0]), here.out(), here.err());
    }
}
