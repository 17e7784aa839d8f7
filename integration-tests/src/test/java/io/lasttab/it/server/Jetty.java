package io.lasttab.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Eclipse Jetty, as unpacked from its zip, with a base beside it that switches modules on; started by {@code start.jar} in
 * the JVM that it is given.
 *
 * @param environment such as {@code ee10}; empty before Jetty 12, which knows but one
 * @param neighbour an environment that runs in the same server, with a probe of its own; empty for none
 * @param modular whether it runs on the module path
 * @param setup what it has besides the usual
 */
record Jetty(String version, String environment, String neighbour, boolean modular, JettySetup setup)
        implements Container {
    /** The distribution inside of the base, which is where an operator may put it. */
    private static final String PRODUCT = "product";

    Jetty(String version, String environment, String neighbour, boolean modular) {
        this(version, environment, neighbour, modular, JettySetup.USUAL);
    }

    /** The same, set up in another way. */
    Jetty with(JettySetup other) {
        return new Jetty(version, environment, neighbour, modular, other);
    }

    /** The newest of the oldest line and of the newest one: Lasttab has one part for 9.4 to 11, and one for 12. */
    boolean standsForItsAdapter() {
        return version.startsWith("9.4.") || version.startsWith("12.1.");
    }

    /** Whether setups are worth their while: only with one environment, on the class path. */
    boolean takesSetups() {
        return neighbour.isEmpty() && !modular;
    }

    /** Whether its servlets run on a Jetty of old inside. */
    boolean nests() {
        return environment.equals("ee8") || environment.equals("ee9");
    }

    /** The version with the one environment that most use. */
    static List<Jetty> usual(String version) {
        return List.of(new Jetty(version, version.startsWith("12.") ? "ee10" : "", "", false));
    }

    /** The version with each of its environments, with two of them side by side, and on the module path. */
    static List<Jetty> all(String version) {
        List<Jetty> all = new ArrayList<>(usual(version));
        if (version.startsWith("12.")) {
            all.add(new Jetty(version, "ee8", "", false));
            all.add(new Jetty(version, "ee9", "", false));
            all.add(new Jetty(version, "ee10", "ee8", false));
        }
        if (version.startsWith("12.1.")) {
            all.add(new Jetty(version, "ee11", "", false));
        }
        if (!version.startsWith("9.")) {
            all.add(new Jetty(version, usual(version).get(0).environment(), "", true));
        }
        return all;
    }

    @Override
    public String name() {
        return "jetty-"
                + version
                + (environment.isEmpty() ? "" : "-" + environment)
                + (neighbour.isEmpty() ? "" : "-beside-" + neighbour)
                + (modular ? "-jpms" : "")
                + setup.suffix();
    }

    @Override
    public boolean runsOn(Jdk jdk) {
        return jdk.feature() >= 17;
    }

    @Override
    public boolean jakarta() {
        return jakarta(environment);
    }

    private boolean jakarta(String environment) {
        return line() == 11 || (line() >= 12 && !environment.equals("ee8"));
    }

    @Override
    public String applicationLoader() {
        if (environment.isEmpty()) {
            return "org.eclipse.jetty.webapp.WebAppClassLoader";
        }
        // From 12.1 on the environments share one, though each has a deprecated class of its own.
        return "org.eclipse.jetty." + (version.startsWith("12.1.") ? "ee" : environment) + ".webapp.WebAppClassLoader";
    }

    @Override
    public String host() {
        return "default";
    }

    /** Jetty compresses for a whole server, or for an application: who does not accept it gets everything plain. */
    @Override
    public int compressingPort(Ports ports) {
        return ports.plain();
    }

    /** Jetty 12 copies the content of a war without the times of its files. */
    @Override
    public boolean datesFilesByUnpacking() {
        return line() >= 12;
    }

    @Override
    public boolean speaksHttp2() {
        return true;
    }

    @Override
    public boolean replacesInUse() {
        return false;
    }

    @Override
    public String agentSettings() {
        return setup.agentSettings();
    }

    /** Where Jetty's own session classes are. */
    String packageOfSessions() {
        return line() >= 12 ? "org.eclipse.jetty.session" : "org.eclipse.jetty.server.session";
    }

    /** What an application's own configuration file is about. */
    String contextClass() {
        return "org.eclipse.jetty." + (environment.isEmpty() ? "" : environment + ".") + "webapp.WebAppContext";
    }

    /** Jetty sends an empty response with the status of the error, and up to 11 without the last chunk. */
    @Override
    public boolean dropsFlushAfterError() {
        return false;
    }

    @Override
    public void install(Path home, Ports ports, Jdk jdk) throws IOException {
        Distribution.empty(home);
        Path product = home.resolve(PRODUCT);
        Distribution.unpack("jetty-home-" + version, product);
        // What the modules ask for; and without a folder for its work Jetty would unpack applications into /tmp.
        for (String folder : List.of("start.d", "webapps", "environments", "resources", "work")) {
            Files.createDirectories(home.resolve(folder));
        }
        Path logging = product.resolve("modules/logging/jetty/resources/jetty-logging.properties");
        if (Files.exists(logging)) {
            Files.copy(logging, home.resolve("resources/jetty-logging.properties"));
        }
        List<String> configuration = new ArrayList<>(settings(ports));
        configuration.addAll(setup.settings());
        // Last: behind the module of an environment a setting would be one of that environment alone.
        configuration.addAll(modules());
        Files.write(home.resolve("start.d/tests.ini"), configuration);
        setup.install(home, this);
        if (!neighbour.isEmpty()) {
            Jetty alone = new Jetty(version, neighbour, "", false);
            Files.copy(ProbeWar.of(alone), drop(home, Server.NEIGHBOUR));
            Files.writeString(
                    home.resolve("webapps").resolve(Server.NEIGHBOUR + ".properties"), "environment=" + neighbour);
        }
    }

    private List<String> modules() {
        List<String> modules = new ArrayList<>(List.of("server", "http", "http2c", "sessions", "resources"));
        if (setup != JettySetup.OWN_HANDLERS) {
            modules.add(version.startsWith("12.1.") ? "compression-gzip" : "gzip");
        }
        modules.addAll(setup.modules());
        for (String name : neighbour.isEmpty() ? List.of(environment) : List.of(environment, neighbour)) {
            String prefix = name.isEmpty() ? "" : name + "-";
            modules.addAll(List.of(prefix + "deploy", prefix + "annotations", prefix + "jsp"));
            modules.add(line() == 9 ? "websocket" : prefix + (jakarta(name) ? "websocket-jakarta" : "websocket-javax"));
        }
        return modules.stream().map(module -> "--module=" + module).toList();
    }

    private static List<String> settings(Ports ports) {
        return List.of(
                "jetty.http.host=127.0.0.1",
                "jetty.http.port=" + ports.plain(),
                // Looks for idle sessions, and for applications dropped and taken away, every second.
                "jetty.sessionScavengeInterval.seconds=1",
                "jetty.deploy.scanInterval=1");
    }

    @Override
    public Path drop(Path home, String context) {
        return home.resolve("webapps").resolve(context + ".war");
    }

    @Override
    public ProcessBuilder command(Path home, Jdk jdk, List<String> jvmArguments) {
        List<String> command = new ArrayList<>();
        command.add(jdk.home().resolve("bin/java").toString());
        command.addAll(jvmArguments);
        command.addAll(modular ? onTheModulePath(home, jdk) : starter(home));
        return clean(command);
    }

    private static List<String> starter(Path home) {
        return List.of("-jar", home.resolve(PRODUCT).resolve("start.jar").toString());
    }

    /** What {@code start.jar} would start a second JVM with: there is to be but one, which has the agent. */
    private static List<String> onTheModulePath(Path home, Jdk jdk) {
        List<String> ask = new ArrayList<>();
        ask.add(jdk.home().resolve("bin/java").toString());
        ask.addAll(starter(home));
        ask.addAll(List.of("--jpms", "--dry-run"));
        try {
            Process process = clean(ask)
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> words = Arrays.asList(told.trim().split("\\s+"));
            // Without the first, which is the path of the same java.
            return words.subList(1, words.size()).stream()
                    .map(word -> word.replace("'", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder clean(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        for (String variable : List.of("JETTY_HOME", "JETTY_BASE", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
            builder.environment().remove(variable);
        }
        return builder;
    }

    private int line() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }
}
