package io.lasttab.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.LogFile;
import io.lasttab.report.log.LogReader;
import io.lasttab.report.log.Skipped;
import io.lasttab.report.page.Page;
import io.lasttab.report.page.Source;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** The command: reads logs, writes a page. */
public final class Report {

    public static final int DONE = 0;

    /** A log cannot be read, or the page cannot be written. */
    public static final int FAILED = 1;

    /** The command line makes no sense. */
    public static final int USAGE = 2;

    /** No line says an end of a session, or none of the applications asked for. */
    public static final int NOTHING = 3;

    private final Options options;
    private final PrintStream out;
    private final PrintStream err;
    private final Skipped skipped = new Skipped();

    private Report(Options options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * Runs the command. What is wrong is told on {@code err}; nothing is thrown for it.
     *
     * @param arguments without the command's own name
     * @param out gets a line when it is done, or the page itself if that was asked for
     * @return the exit code
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            Options options = Options.of(arguments);
            if (options.help()) {
                out.print(Options.USAGE);
                return DONE;
            }
            return new Report(options, out, err).make();
        } catch (UsageException wrong) {
            say(err, wrong.getMessage());
            say(err, "report --help tells more");
            return USAGE;
        } catch (FailedException failed) {
            say(err, failed.getMessage());
            return FAILED;
        }
    }

    private int make() throws UsageException, FailedException {
        List<Path> logs = logs();
        Output output = output(logs);
        Figures figures = new Figures(options.zone());
        Selection selection = new Selection(options.applications(), figures);
        read(logs, new LogReader(selection::add, selection::add, skipped));
        tellSkipped();
        if (figures.isEmpty()) {
            say(err, nothing(selection));
            return NOTHING;
        }
        Source source =
                new Source(names(logs), options.applications(), selection.lines(), selection.leftOut(), skipped);
        write(output, Page.of(figures, source).getBytes(UTF_8));
        if (output != null) {
            out.println(options.output() + ": " + figures.ended() + " sessions ended, " + selection.lines()
                    + " lines read");
        }
        return DONE;
    }

    /** Null stands for standard input. */
    private List<Path> logs() throws UsageException, FailedException {
        List<Path> logs = new ArrayList<>();
        for (String name : options.logs()) {
            Path log = name.equals(Options.STREAM) ? null : path(name);
            for (Path before : logs) {
                if (log != null && before != null && isSame(log, before)) {
                    throw new UsageException(name + " is given twice; its sessions would count twice");
                }
            }
            if (log != null && !Files.exists(log)) {
                throw new FailedException("cannot read " + name + ": there is no such file");
            }
            if (log != null && Files.isDirectory(log)) {
                throw new FailedException("cannot read " + name + ": it is a folder; write " + name + "/exits.jsonl*");
            }
            logs.add(log);
        }
        return logs;
    }

    /** Null stands for standard output. */
    private Output output(List<Path> logs) throws UsageException, FailedException {
        if (options.output().equals(Options.STREAM)) {
            return null;
        }
        Path path = path(options.output());
        for (Path log : logs) {
            if (log != null && isSame(path, log)) {
                throw new UsageException("the page would replace the log " + log + "; name another file behind -o");
            }
        }
        try {
            return Output.to(path);
        } catch (IOException unwritable) {
            throw new FailedException("cannot write " + options.output() + ": " + why(unwritable));
        }
    }

    private static Path path(String name) throws UsageException {
        try {
            return Paths.get(name);
        } catch (InvalidPathException impossible) {
            throw new UsageException(name + " is no name of a file");
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.equals(other) || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException unknown) {
            return false; // reading or writing it will say why
        }
    }

    private void read(List<Path> logs, LogReader reader) throws FailedException {
        long bytes = 0;
        for (Path log : logs) {
            bytes = log == null || bytes < 0 ? -1 : bytes + log.toFile().length();
        }
        Progress progress = new Progress(err, Terminal.isThere(), Math.max(0, bytes), System::nanoTime);
        for (Path log : logs) {
            try (InputStream in = log == null ? stdin(progress) : LogFile.open(log, progress::read)) {
                reader.read(name(log), in);
            } catch (IOException unreadable) {
                throw new FailedException(
                        "cannot read " + (log == null ? "standard input" : log) + ": " + why(unreadable));
            } finally {
                progress.clear();
            }
        }
    }

    private static InputStream stdin(Progress progress) throws IOException {
        return LogFile.unpacked(System.in, progress::read);
    }

    private void tellSkipped() {
        long all = skipped.lines() + skipped.cutOff();
        for (String line : skipped.first()) {
            say(err, line);
        }
        if (all > 0) {
            say(err, all + (all == 1 ? " line" : " lines") + " skipped, " + skipped.cutOff() + " of them cut off");
        }
    }

    private String nothing(Selection selection) {
        if (selection.leftOut() > 0) {
            return "no session of " + String.join(", ", options.applications())
                    + " is in the log; it has sessions of "
                    + String.join(", ", selection.others());
        }
        if (selection.lines() > 0) {
            return "no session has ended in the log, it has only false expiries; name the log before it, too";
        }
        return skipped.lines() + skipped.cutOff() > 0
                ? "no line of the log could be used; is it an exit log (exits.file)?"
                : "the log is empty: no session has ended yet";
    }

    private void write(Output output, byte[] page) throws FailedException {
        try {
            if (output == null) {
                out.write(page, 0, page.length);
                out.flush();
                if (out.checkError()) {
                    throw new IOException("nobody reads it");
                }
            } else {
                output.write(page);
            }
        } catch (IOException unwritable) {
            throw new FailedException("cannot write " + options.output() + ": " + why(unwritable));
        }
    }

    private static List<String> names(List<Path> logs) {
        List<String> names = new ArrayList<>();
        for (Path log : logs) {
            names.add(name(log));
        }
        return names;
    }

    private static String name(Path log) {
        return log == null ? "standard input" : String.valueOf(log.getFileName());
    }

    /** In words: what the JDK says is often nothing but the name of the file. */
    private static String why(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (fault instanceof AccessDeniedException) {
            return "access denied";
        }
        if (fault instanceof EOFException) {
            return "the compressed file is cut off";
        }
        String reason = fault instanceof FileSystemException ? ((FileSystemException) fault).getReason() : null;
        String message = reason == null ? fault.getMessage() : reason;
        return message == null ? fault.getClass().getSimpleName() : message;
    }

    private static void say(PrintStream err, String line) {
        err.println("Lasttab: " + line);
    }
}
