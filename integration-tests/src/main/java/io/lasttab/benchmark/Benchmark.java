package io.lasttab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares a server with Lasttab, and one with the OpenTelemetry Java agent, to the same without an agent: CPU time and
 * memory to start and answer, then for each question the throughput, the time within which 99 of 100 are answered, the CPU
 * time of a request and what it allocates. All servers run side by side and are asked in turns, a short while each, so that
 * whatever else the machine does meets all; a JVM that happened to compile itself badly is one pair of several. What is
 * measured is a server that has been up for long: its compilers are at rest, and its garbage was collected. Tells each pair
 * as it goes; at the end each row gives the median of all pairs and, in brackets, the lowest ratio and the highest.
 *
 * <p>Run by hand, on a machine that does nothing else, after {@code mvn package -DskipTests}: {@code mvn -q -Pbenchmark
 * -pl integration-tests exec:exec}. {@code -Dpairs=1 -Dcontainers=tomcat -Dagents=lasttab -Dquestions=html,json} is a short
 * way; {@code -Dturns=2 -Dwarmup=1} makes it shorter still, and worthless. {@code -Dnothing=true} leaves the agents out and
 * shows what the method itself takes for a difference.
 */
final class Benchmark {
    private Benchmark() {}

    /** Everything is a system property: those above, and where the agents are, {@code lasttab.jar} and {@code opentelemetry.jar}. */
    public static void main(String[] none) throws Exception {
        int pairs = Integer.getInteger("pairs", 5);
        List<Setup> setups = new ArrayList<>(List.of(Setup.NONE));
        names("agents", "lasttab,otel,otel-servlet").map(Setup::named).forEach(setups::add);
        List<Question> questions = names("questions", "html,html-64,json,static,beacon")
                .map(Question::named)
                .toList();
        for (String container : names("containers", "tomcat,jetty").toList()) {
            Comparison comparison = new Comparison(container, setups, questions, Boolean.getBoolean("nothing"));
            for (int pair = 1; pair <= pairs; pair++) {
                comparison.measure(container + ", pair " + pair + " of " + pairs + ": ");
            }
            comparison.print();
        }
    }

    private static Stream<String> names(String property, String usual) {
        return Stream.of(System.getProperty(property, usual).split(","));
    }
}
