package io.lasttab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** {@code list}, and the command line without a command: the JVMs of this user's that run a servlet container. */
final class ListCommand {

    private ListCommand() {}

    static int run(Surroundings here, List<String> arguments) throws Refusal {
        TextTable servers = new TextTable("PID", "CONTAINER", "LASTTAB", "PROGRAM");
        List<String> others = new ArrayList<>();
        for (String pid : Jvm.pids()) {
            if (!addServer(pid, servers)) {
                others.add(pid);
            }
        }
        if (servers.isEmpty()) {
            here.out().println("No JVM of this user's is known to run a servlet container.");
        } else {
            servers.lines().forEach(here.out()::println);
        }
        if (!others.isEmpty()) {
            here.out().println("Other JVMs: " + String.join(", ", others));
        }
        return CommandLine.DONE;
    }

    /** @return false if it is no server, or does not tell what it is */
    private static boolean addServer(String pid, TextTable servers) {
        try (Jvm jvm = Jvm.of(pid)) {
            Properties properties = jvm.properties();
            String container = RunningContainer.of(properties, StartJars.of(properties));
            String version = jvm.agentVersion();
            if (container != null || version != null) {
                servers.add(pid, container == null ? "?" : container, version == null ? "-" : version, jvm.program());
                return true;
            }
        } catch (Refusal goneOrClosed) {
            return false;
        }
        return false;
    }
}
