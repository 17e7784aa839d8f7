package io.lasttab.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One container with different agents, and what each of them costs it. Tells what it finds while it goes on. */
final class Comparison {
    /** For each server and question, if its compilers do not come to rest before. */
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(Integer.getInteger("warmup", 60));

    private static final Duration TURN = Duration.ofMillis(500);
    private static final int TURNS = Integer.getInteger("turns", 16);
    private static final int WARM_UP_TURNS = 8;
    /** Compilers at rest still do something now and then; that is at most this part of one core. */
    private static final double AT_REST = 0.02;

    private final String container;
    private final List<Setup> setups;
    private final List<Question> questions;
    private final boolean nothing;

    private final Figures start = new Figures("CPU to start and answer, ms");
    private final Figures startMemory = new Figures("memory then, MB");
    private final Figures memory = new Figures("memory after the load, MB");
    private final Map<Question, FiguresOfWork> work = new EnumMap<>(Question.class);

    /**
     * A comparison of servers of one container.
     *
     * @param setups what each has on its command line; all are compared to the first
     * @param nothing whether that is left out, so that all are the same and every difference is the method's
     */
    Comparison(String container, List<Setup> setups, List<Question> questions, boolean nothing) {
        this.container = container;
        this.setups = setups;
        this.questions = questions;
        this.nothing = nothing;
        questions.forEach(question -> work.put(question, new FiguresOfWork(question)));
    }

    /** Measures each agent once more against none, on new servers. */
    void measure(String progress) throws IOException, InterruptedException, ExecutionException {
        List<MeasuredServer> servers = new ArrayList<>();
        try {
            for (Setup setup : setups) {
                servers.add(new MeasuredServer(
                        container, nothing ? List.of() : setup.jvmOptions(), setup == Setup.LASTTAB && !nothing));
            }
            double[] started = new double[servers.size()];
            double[] held = new double[servers.size()];
            for (int i = 0; i < servers.size(); i++) {
                started[i] = servers.get(i).firstAnswer();
                held[i] = servers.get(i).residentMegabytes();
                (nothing ? Setup.NONE : setups.get(i)).requireIn(servers.get(i).page());
            }
            start.add(started);
            startMemory.add(held);
            System.out.println(progress + start.last());
            for (Question question : questions) {
                measure(question, servers);
                System.out.println(progress + work.get(question).last());
            }
            double[] heldAfterwards = new double[servers.size()];
            for (int i = 0; i < servers.size(); i++) {
                heldAfterwards[i] = servers.get(i).residentMegabytes();
            }
            memory.add(heldAfterwards);
        } finally {
            for (MeasuredServer server : servers) {
                server.close();
            }
        }
    }

    private void measure(Question question, List<MeasuredServer> servers)
            throws IOException, InterruptedException, ExecutionException {
        warmUp(question, servers);
        List<Work> done = new ArrayList<>();
        for (MeasuredServer server : servers) {
            server.settle();
            done.add(Work.NONE);
        }
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < servers.size(); i++) {
                // Each of them is first as often as last: who comes first finds a machine that has rested.
                int server = (turn + i) % servers.size();
                done.set(server, done.get(server).plus(servers.get(server).run(question, TURN)));
            }
        }
        work.get(question).add(done);
    }

    /**
     * Asks in turns, as later for the figures, until all compilers are at rest: new connections come with code that a long
     * load on the old ones never ran, and a server with an agent has more to compile.
     */
    private static void warmUp(Question question, List<MeasuredServer> servers)
            throws IOException, InterruptedException, ExecutionException {
        long most = Math.max(1, LONGEST_WARM_UP.dividedBy(TURN.multipliedBy(WARM_UP_TURNS)));
        boolean atRest = false;
        for (long round = 0; round < most && !atRest; round++) {
            long[] before = compiledMillis(servers);
            for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
                for (MeasuredServer server : servers) {
                    server.run(question, TURN);
                }
            }
            long[] after = compiledMillis(servers);
            atRest = IntStream.range(0, servers.size())
                    .allMatch(server -> after[server] - before[server] < AT_REST * WARM_UP_TURNS * TURN.toMillis());
        }
        if (!atRest) {
            System.out.println(
                    "compilers still at work after " + LONGEST_WARM_UP.toSeconds() + " s: " + question.title());
        }
    }

    private static long[] compiledMillis(List<MeasuredServer> servers) throws IOException {
        long[] millis = new long[servers.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = servers.get(i).compiledMillis();
        }
        return millis;
    }

    void print() {
        StringBuilder head = new StringBuilder("\n| " + container + " |");
        setups.forEach(setup -> head.append(" " + setup.title() + " |"));
        System.out.println(head + "\n|" + "---|".repeat(setups.size() + 1));
        System.out.println(start.row());
        System.out.println(startMemory.row());
        System.out.println(memory.row());
        questions.forEach(question -> work.get(question).print());
        System.out.println();
    }

    /** What is told of one question. */
    private static final class FiguresOfWork {
        private final Figures throughput;
        private final Figures p99;
        private final Figures cpu;
        private final Figures allocated;

        FiguresOfWork(Question question) {
            throughput = new Figures(question.title() + ", requests a second");
            p99 = new Figures(question.title() + ", 99 of 100 answered within, µs");
            cpu = new Figures(question.title() + ", CPU for one, µs");
            allocated = new Figures(question.title() + ", allocated for one, bytes");
        }

        void add(List<Work> done) {
            throughput.add(figures(done, Work::perSecond));
            p99.add(figures(done, Work::p99Micros));
            cpu.add(figures(done, Work::cpuMicros));
            allocated.add(figures(done, Work::allocatedPerRequest));
        }

        private static double[] figures(List<Work> done, ToDoubleFunction<Work> figure) {
            return done.stream().mapToDouble(figure).toArray();
        }

        String last() {
            return throughput.last() + "; " + cpu.last();
        }

        void print() {
            for (Figures figures : List.of(throughput, p99, cpu, allocated)) {
                System.out.println(figures.row());
            }
        }
    }
}
