package io.lasttab.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;

/** One container with different agents, and what each of them costs it. Tells what it finds while it goes on. */
final class Comparison {
    /**
     * For the first question: the compilers are busy for about as long, with an agent for a little longer. The other
     * questions find most of the server compiled.
     */
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmup", 12));

    private static final Duration FURTHER_WARM_UP = WARM_UP.dividedBy(4);
    private static final Duration TURN = Duration.ofMillis(500);
    private static final int TURNS = Integer.getInteger("turns", 16);

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
        Duration warmUp = question == questions.get(0) ? WARM_UP : FURTHER_WARM_UP;
        List<Work> done = new ArrayList<>();
        for (MeasuredServer server : servers) {
            server.run(question, warmUp);
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
