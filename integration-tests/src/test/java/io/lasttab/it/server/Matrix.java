package io.lasttab.it.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers of this run: the newest of each line and the floors of Tomcat, or, when asked, every server on every Java. */
public final class Matrix {
    private static final Logger LOG = LoggerFactory.getLogger(Matrix.class);
    private static final boolean ALL = Boolean.getBoolean("lasttab.matrix");
    private static final List<Target> TARGETS = targets();

    private Matrix() {}

    public static List<Target> thisRun() {
        return TARGETS;
    }

    /** The Jettys of this run. */
    public static List<Target> jetties() {
        return TARGETS.stream()
                .filter(target -> target.container() instanceof Jetty)
                .toList();
    }

    /** Jettys that are set up in another way than usual: one for each of our adapters, or all when asked. */
    public static List<Target> jetties(JettySetup setup) {
        return jetties().stream()
                .filter(target -> ((Jetty) target.container()).takesSetups())
                .filter(target -> ALL || ((Jetty) target.container()).standsForItsAdapter())
                .map(target -> new Target(((Jetty) target.container()).with(setup), target.jdk()))
                .toList();
    }

    /** Jettys that run two environments side by side: the newest on the Java that builds, or all when asked. */
    public static List<Target> jettiesSideBySide() {
        Stream<Target> candidates = ALL
                ? TARGETS.stream()
                : versions("lasttab.jetty.newest").stream()
                        .filter(version -> version.startsWith("12.1."))
                        .flatMap(version -> Jetty.all(version).stream())
                        .map(container -> new Target(container, Jdk.current()))
                        .filter(target -> target.toString().contains(System.getProperty("lasttab.servers", "")));
        return candidates
                .filter(target -> !target.container().neighbour().isEmpty())
                .toList();
    }

    /** The newest of the lines that most start with, on every Java there is. */
    public static List<Target> newest() {
        String tomcats = System.getProperty("lasttab.tomcat.newest", "");
        String jetties = System.getProperty("lasttab.jetty.newest", "");
        List<Container> containers = new ArrayList<>();
        Stream.of(tomcats.split(","))
                .filter(version -> version.startsWith("10.1.") || version.startsWith("11."))
                .forEach(version -> containers.add(new Tomcat(version)));
        Stream.of(jetties.split(","))
                .filter(version -> version.startsWith("12.1."))
                .forEach(version -> containers.addAll(Jetty.usual(version)));
        return Stream.concat(Stream.of(Jdk.current()), Jdk.jdk25().stream())
                .distinct()
                .flatMap(jdk -> containers.stream().map(container -> new Target(container, jdk)))
                .filter(target -> target.toString().contains(System.getProperty("lasttab.servers", "")))
                .toList();
    }

    /** The one that a single server stands for all with: the newest Tomcat 10.1 on the Java that builds. */
    public static List<Target> one() {
        return newest().stream()
                .filter(target -> target.container().name().startsWith("tomcat-10.1."))
                .filter(target -> target.jdk().equals(Jdk.current()))
                .toList();
    }

    /** The applications that bring their server along, on the Java that builds. */
    public static List<Target> fatJars() {
        return Stream.of("tomcat", "jetty")
                .map(embedded -> new Target(new FatJar(embedded), Jdk.current()))
                .filter(target -> target.toString().contains(System.getProperty("lasttab.servers", "")))
                .toList();
    }

    /** Those that every browser is driven against: the newest Tomcat 10.1 and Jetty 12.1, or the whole matrix. */
    public static List<Target> forScenarios() {
        return Boolean.getBoolean("lasttab.matrix")
                ? TARGETS
                : TARGETS.stream().filter(Matrix::isUsual).toList();
    }

    /** One for each of our adapters, the newest that it has and, of Jetty, the oldest line; or the whole matrix. */
    public static List<Target> forEachAdapter() {
        return ALL
                ? TARGETS
                : TARGETS.stream()
                        .filter(target -> isUsual(target)
                                || (target.container() instanceof Jetty jetty && jetty.standsForItsAdapter()))
                        .toList();
    }

    private static boolean isUsual(Target target) {
        String name = target.container().name();
        return target.jdk().equals(Jdk.current())
                && (name.startsWith("tomcat-10.1.") || name.startsWith("jetty-12.1."));
    }

    private static List<Target> targets() {
        boolean all = ALL;
        String only = System.getProperty("lasttab.servers", "");
        Jdk current = Jdk.current();
        Optional<Jdk> newer = Jdk.jdk25().filter(jdk -> jdk.feature() != current.feature());
        if (newer.isEmpty()) {
            LOG.warn("No JDK 25 found: the servers run on JDK {} only.", current.feature());
        }
        List<Container> tomcats = new ArrayList<>();
        versions("lasttab.tomcat.newest").forEach(version -> tomcats.add(new Tomcat(version)));
        versions("lasttab.tomcat.floors").forEach(version -> tomcats.add(new Tomcat(version)));
        List<Container> jetties = new ArrayList<>();
        versions("lasttab.jetty.newest")
                .forEach(version -> jetties.addAll(all ? Jetty.all(version) : Jetty.usual(version)));
        if (all) {
            versions("lasttab.jetty.floors").forEach(version -> jetties.addAll(Jetty.all(version)));
        }

        List<Target> targets = new ArrayList<>();
        Stream.concat(tomcats.stream(), jetties.stream())
                .forEach(container -> targets.add(new Target(container, current)));
        newer.ifPresent(jdk -> {
            // Of Jetty all lines or none: what a newer Java changes for us it changes on Tomcat first.
            tomcats.stream()
                    .filter(container -> all || container.jakarta())
                    .forEach(container -> targets.add(new Target(container, jdk)));
            jetties.stream().filter(container -> all).forEach(container -> targets.add(new Target(container, jdk)));
        });
        return targets.stream()
                .filter(target -> target.container().runsOn(target.jdk()))
                .filter(target -> target.toString().contains(only))
                .toList();
    }

    private static List<String> versions(String property) {
        return List.of(System.getProperty(property, "").split(","));
    }
}
