package io.lasttab.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Asks one thing over a few connections at a time. */
final class Load {
    static final int CONNECTIONS = 4;

    private final int port;
    private final boolean heard;
    private final Question question;

    /**
     * A load on the server at that port.
     *
     * @param heard whether there is a Lasttab to hear what pages say
     */
    Load(int port, boolean heard, Question question) {
        this.port = port;
        this.heard = heard;
        this.question = question;
    }

    /** Asks for so long, and once on each connection at the least; gives how long each answer took, in nanoseconds. */
    long[] run(Duration duration) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(clients.submit(() -> ask(duration)));
            }
            long[] times = {};
            for (Future<long[]> client : running) {
                times = LongStream.concat(Arrays.stream(times), Arrays.stream(client.get()))
                        .toArray();
            }
            return times;
        } finally {
            clients.shutdownNow();
        }
    }

    private long[] ask(Duration duration) throws IOException {
        long[] times = new long[1_000];
        int answers = 0;
        try (Client client = new Client(port, heard)) {
            long began = System.nanoTime();
            long now = began;
            do {
                long asked = now;
                client.ask(question, answers);
                now = System.nanoTime();
                if (answers == times.length) {
                    times = Arrays.copyOf(times, answers * 2);
                }
                times[answers++] = now - asked;
            } while (now - began < duration.toNanos());
        }
        return Arrays.copyOf(times, answers);
    }
}
