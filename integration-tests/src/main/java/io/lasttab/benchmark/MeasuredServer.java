package io.lasttab.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** A {@link BenchmarkServer} in a JVM of its own, and what its process takes. */
final class MeasuredServer implements AutoCloseable {
    private final Process process;
    private final BufferedReader told;
    private final boolean heard;
    private final int port;

    /**
     * Starts it.
     *
     * @param heard whether there is a Lasttab in it to hear what pages say
     */
    MeasuredServer(String container, List<String> jvmOptions, boolean heard) throws IOException {
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
        told = process.inputReader(UTF_8);
        this.heard = heard;
        port = (int) tell(BenchmarkServer.PORT);
    }

    /** Asks on each connection for a page; gives the CPU milliseconds since the process began. */
    double firstAnswer() throws InterruptedException, ExecutionException {
        new Load(port, heard, Question.HTML).run(Duration.ZERO);
        return cpuMillis();
    }

    String page() throws IOException {
        try (Client client = new Client(port, heard)) {
            return new String(client.ask(Question.HTML, 0), UTF_8);
        }
    }

    Work run(Question question, Duration duration) throws InterruptedException, ExecutionException, IOException {
        long allocatedBefore = allocated();
        double cpuBefore = cpuMillis();
        long began = System.nanoTime();
        long[] times = new Load(port, heard, question).run(duration);
        long nanos = System.nanoTime() - began;
        return new Work(nanos, cpuMillis() - cpuBefore, allocated() - allocatedBefore, times);
    }

    /** The megabytes of memory that the process holds, as Linux tells; not a number elsewhere. */
    double residentMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private double cpuMillis() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElseThrow();
    }

    /**
     * Has garbage collected, after which all that lives as long as the server is where it is in one that has run for days.
     * Until then writing to it costs less, and for how long is chance: an agent's start alone brings that moment forward.
     */
    void settle() throws IOException {
        ask(BenchmarkServer.COLLECTED);
    }

    /** For how many milliseconds the compilers have worked so far. */
    long compiledMillis() throws IOException {
        return ask(BenchmarkServer.COMPILED);
    }

    private long allocated() throws IOException {
        return ask(BenchmarkServer.ALLOCATED);
    }

    private long ask(String figure) throws IOException {
        process.outputWriter(UTF_8).write(figure + "\n");
        process.outputWriter(UTF_8).flush();
        return tell(figure);
    }

    /** Waits until the server tells the figure of that name; agents may print other lines. */
    private long tell(String name) throws IOException {
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.substring(name.length()));
            }
        }
        throw new IOException("The server is gone");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
