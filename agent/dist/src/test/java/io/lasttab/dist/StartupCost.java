package io.lasttab.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Run by hand: the CPU time that an embedded Tomcat takes to start and to answer one request, without the agent and with it,
 * in turns. After {@code mvn verify}, in {@code agent/dist}:
 *
 * <pre>
 * mvn exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.lasttab.dist.StartupCost -Dexec.args=11
 * </pre>
 */
final class StartupCost {

    private StartupCost() {}

    public static void main(String[] args) throws IOException {
        int rounds = args.length == 0 ? 7 : Integer.parseInt(args[0]);
        List<Long> without = new ArrayList<>();
        List<Long> with = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            without.add(measure(List.of()));
            with.add(measure(ChildJvm.agent()));
        }
        long plain = median(without);
        long agent = median(with);
        System.out.printf(
                "CPU ms, median of %d: %d without the agent, %d with it: %.2f times%n",
                rounds, plain, agent, (double) agent / plain);
    }

    private static long measure(List<String> options) throws IOException {
        Path folder = Files.createTempDirectory("lasttab");
        try (ChildJvm server = ChildJvm.serve(ChildJvm.thisJdk(), options, folder)) {
            server.get("/page");
            List<String> lines = server.end();
            return Long.parseLong(lines.get(lines.size() - 1).substring("cpu ".length()));
        }
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
