package io.lasttab.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares a Tomcat and a Jetty with the agent to the same without: CPU time to start and answer once, and CPU time for a
 * request of each kind and the throughput. The two take turns in one run; the medians' ratios are printed.
 *
 * <p>Run by hand, on a machine that does nothing else, after {@code mvn package -DskipTests}: {@code mvn -q -Pbenchmark
 * -pl integration-tests exec:exec}.
 */
final class Benchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int WARM_UP = 60_000;
    private static final int REQUESTS = 120_000;
    private static final List<String> CONTAINERS = List.of("tomcat", "jetty");
    private static final List<String> PATHS = List.of("/html", "/json");

    private Benchmark() {}

    /** What one server took, in CPU milliseconds to start; for each path, CPU microseconds a request and requests a second. */
    private record Cost(double start, List<Double> perRequest, List<Double> throughput) {}

    /** The only argument is the agent's jar. */
    public static void main(String[] arguments) throws Exception {
        for (String container : CONTAINERS) {
            compare(container, arguments[0]);
        }
    }

    private static void compare(String container, String agent) throws Exception {
        List<Cost> without = new ArrayList<>();
        List<Cost> with = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            without.add(measure(container, List.of()));
            with.add(measure(container, List.of("-javaagent:" + agent)));
        }
        System.out.printf("%s, medians of %d%n", container, ROUNDS);
        print("CPU to start and answer once", "ms", median(without, Cost::start), median(with, Cost::start));
        for (int i = 0; i < PATHS.size(); i++) {
            int path = i;
            print(
                    "CPU for a request, " + PATHS.get(i),
                    "µs",
                    median(without, cost -> cost.perRequest().get(path)),
                    median(with, cost -> cost.perRequest().get(path)));
            print(
                    "Throughput, " + PATHS.get(i),
                    "/s",
                    median(without, cost -> cost.throughput().get(path)),
                    median(with, cost -> cost.throughput().get(path)));
        }
    }

    private static Cost measure(String container, List<String> jvmOptions) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add("-Xmx512m");
        command.add("-Xms512m");
        command.addAll(jvmOptions);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), BenchmarkServer.class.getName(), container));
        Process server = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            int port = port(server);
            new Load(port, PATHS.get(0)).run(4);
            double start = cpuMillis(server);
            List<Double> perRequest = new ArrayList<>();
            List<Double> throughput = new ArrayList<>();
            for (String path : PATHS) {
                Load load = new Load(port, path);
                load.run(WARM_UP);
                double before = cpuMillis(server);
                long began = System.nanoTime();
                load.run(REQUESTS);
                throughput.add(REQUESTS * 1e9 / (System.nanoTime() - began));
                perRequest.add((cpuMillis(server) - before) * 1000 / REQUESTS);
            }
            return new Cost(start, perRequest, throughput);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static int port(Process server) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("port ")) {
                return Integer.parseInt(line.substring(5));
            }
        }
        throw new IOException("The server did not start");
    }

    private static double cpuMillis(Process server) {
        return server.info().totalCpuDuration().map(Duration::toMillis).orElseThrow();
    }

    private static double median(List<Cost> costs, java.util.function.ToDoubleFunction<Cost> what) {
        double[] sorted = costs.stream().mapToDouble(what).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String what, String unit, double without, double with) {
        System.out.printf(
                "%-30s %8.1f %s without, %8.1f %s with: %.3f%n", what, without, unit, with, unit, with / without);
    }
}
