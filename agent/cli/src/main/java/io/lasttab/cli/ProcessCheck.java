package io.lasttab.cli;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks a process over before the attach mechanism does: that one sends a signal to a process which it does not know for a JVM,
 * and a signal ends a program that does not expect it.
 */
final class ProcessCheck {

    private static final int LONGEST_PID = 18;

    private ProcessCheck() {}

    /**
     * Refuses what is no JVM of this user's.
     *
     * @param isListed whether a pid is one of a JVM that is known to allow to be attached to
     */
    static void requireJvm(String pid, Predicate<String> isListed) throws Refusal {
        requireJvm(pid, isListed, System.getProperty("user.name"));
    }

    /** @param self the user that this command runs as */
    static void requireJvm(String pid, Predicate<String> isListed, String self) throws Refusal {
        if (!pid.matches("[1-9][0-9]{0," + (LONGEST_PID - 1) + "}")) {
            throw new Refusal(
                    pid + " is no process id; without arguments, the command lists servers with theirs",
                    CommandLine.USAGE);
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
        if (process.isEmpty()) {
            throw new Refusal("there is no process " + pid + "; without arguments, the command lists servers");
        }
        if (isListed.test(pid)) {
            return;
        }
        String user = process.get().info().user().orElse(self);
        if (!user.equals(self) && !self.equals("root")) {
            throw new Refusal(
                    "process " + pid + " belongs to " + user + " and not to " + self + ": run this as " + user);
        }
        String program = process.get().info().command().orElse("");
        if (!isJava(program)) {
            throw new Refusal("process " + pid + " is no JVM" + (program.isEmpty() ? "" : " but " + program));
        }
    }

    private static boolean isJava(String program) {
        String name = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
        return name.equals("java") || name.equals("java.exe") || name.equals("javaw.exe");
    }
}
