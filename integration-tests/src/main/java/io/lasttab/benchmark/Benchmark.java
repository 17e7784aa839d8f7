package io.lasttab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares a server with the agent to the same without it: CPU time to start and answer once, then for each kind of answer
 * the CPU time of a request and the throughput. Both servers run side by side and are asked in turns, a short while each,
 * so that whatever else the machine does meets both; a JVM that happened to compile itself badly is one pair of several.
 * Each line gives the median of all pairs and, behind it, the lowest and the highest.
 *
 * <p>Run by hand, on a machine that does nothing else, after {@code mvn package -DskipTests}: {@code mvn -q -Pbenchmark
 * -pl integration-tests exec:exec}. {@code -Dpairs=1 -Dcontainers=tomcat} is the short way, {@code -Dnothing=true} leaves
 * the agent out of both and shows what the method itself takes for a difference.
 */
final class Benchmark {

    private static final int PAIRS = Integer.getInteger("pairs", 5);

    /** The compilers are busy for about as long, with the agent for a little longer: that is over after some seconds. */
    private static final int WARM_UP = 400_000;

    private static final int TURNS = 16;
    private static final int REQUESTS = 20_000;
    private static final List<String> PATHS =
            List.of(System.getProperty("paths", "/html,/json").split(","));

    private Benchmark() {}

    /** The only argument is the agent's jar. */
    public static void main(String[] arguments) throws Exception {
        for (String container : System.getProperty("containers", "tomcat,jetty").split(",")) {
            compare(container, Boolean.getBoolean("nothing") ? List.of() : List.of("-javaagent:" + arguments[0]));
        }
    }

    private static void compare(String container, List<String> agent) throws Exception {
        Figures start = new Figures("CPU to start and answer once", "ms");
        List<Figures> cpu = new ArrayList<>();
        List<Figures> throughput = new ArrayList<>();
        for (String path : PATHS) {
            cpu.add(new Figures("CPU of a request, " + path, "µs"));
            throughput.add(new Figures("Throughput, " + path, "/s"));
        }
        for (int pair = 0; pair < PAIRS; pair++) {
            try (MeasuredServer without = new MeasuredServer(container, List.of());
                    MeasuredServer with = new MeasuredServer(container, agent)) {
                start.add(without.firstAnswer(PATHS.get(0)), with.firstAnswer(PATHS.get(0)));
                for (int i = 0; i < PATHS.size(); i++) {
                    String path = PATHS.get(i);
                    without.run(path, WARM_UP);
                    with.run(path, WARM_UP);
                    MeasuredServer.Work plain = MeasuredServer.Work.NONE;
                    MeasuredServer.Work woven = MeasuredServer.Work.NONE;
                    for (int turn = 0; turn < TURNS; turn++) {
                        // Each of them is first as often as second: the second finds a machine at work.
                        if (turn % 2 == 0) {
                            plain = plain.plus(without.run(path, REQUESTS));
                            woven = woven.plus(with.run(path, REQUESTS));
                        } else {
                            woven = woven.plus(with.run(path, REQUESTS));
                            plain = plain.plus(without.run(path, REQUESTS));
                        }
                    }
                    cpu.get(i).add(plain.cpuMicros(), woven.cpuMicros());
                    throughput.get(i).add(plain.perSecond(), woven.perSecond());
                }
            }
        }
        System.out.printf(Locale.ROOT, "%s, %d pairs%n", container, PAIRS);
        start.print();
        cpu.forEach(Figures::print);
        throughput.forEach(Figures::print);
    }
}
