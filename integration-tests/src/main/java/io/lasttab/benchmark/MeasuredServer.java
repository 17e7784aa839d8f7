package io.lasttab.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** A {@link BenchmarkServer} in a JVM of its own, and what its process takes. */
final class MeasuredServer implements AutoCloseable {

    /** Requests answered, and the CPU milliseconds and the nanoseconds of the clock that it took. */
    record Work(int requests, double cpuMillis, long nanos) {

        static final Work NONE = new Work(0, 0, 0);

        Work plus(Work more) {
            return new Work(requests + more.requests, cpuMillis + more.cpuMillis, nanos + more.nanos);
        }

        double cpuMicros() {
            return cpuMillis * 1000 / requests;
        }

        double perSecond() {
            return requests * 1e9 / nanos;
        }
    }

    private final Process process;
    private final int port;

    MeasuredServer(String container, List<String> jvmOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add("-Xmx512m");
        command.add("-Xms512m");
        command.addAll(jvmOptions);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), BenchmarkServer.class.getName(), container));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        port = port(process);
    }

    /** Asks each connection once; gives the CPU milliseconds since the process began. */
    double firstAnswer(String path) throws InterruptedException, ExecutionException {
        new Load(port, path).run(Load.CONNECTIONS);
        return cpuMillis();
    }

    Work run(String path, int requests) throws InterruptedException, ExecutionException {
        double before = cpuMillis();
        long began = System.nanoTime();
        new Load(port, path).run(requests);
        return new Work(requests, cpuMillis() - before, System.nanoTime() - began);
    }

    private double cpuMillis() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElseThrow();
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

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
