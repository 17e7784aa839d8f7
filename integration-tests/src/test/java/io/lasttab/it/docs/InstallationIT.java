package io.lasttab.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.lasttab.it.server.InstalledServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Every way into a server that the documents tell of: the commands that start one, and the files that put the flag in. */
class InstallationIT {
    private static final String TOMCAT = "tomcat-10.1.";
    private static final String JETTY = "jetty-12.1.";
    private static final String START_TOMCAT = "bin/catalina.sh run";
    private static final String START_JETTY = "java -jar /opt/jetty-home/start.jar";

    private static final Pattern SYSTEMD_ENVIRONMENT = Pattern.compile("Environment=\"(\\w+)=(.*)\"");
    private static final Pattern DOCKER_ENVIRONMENT = Pattern.compile("ENV (\\w+)=\"(.*)\"");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private int machines;

    private Machine machine() {
        Machine machine = new Machine(folder.resolve("machine" + ++machines));
        machine.put("/etc/lasttab.properties", "mode=observe\n");
        return machine;
    }

    @TestFactory
    Stream<DynamicTest> startsAServerByEveryCommandThatDoes() {
        return Documents.commands().stream()
                .filter(DocumentedCommandsIT::startsAServer)
                .map(command -> dynamicTest(command.toString(), () -> starts(machine(), command.text())));
    }

    private static void starts(Machine machine, String command) throws IOException {
        if (command.startsWith("export JAVA_TOOL_OPTIONS=")) {
            startsForEveryJvm(machine, command);
        } else if (command.endsWith(START_TOMCAT)) {
            hasTheTag(machine, machine.install(TOMCAT, "/opt/tomcat"), command, Map.of());
        } else if (command.endsWith("start.jar")) {
            InstalledServer jetty = machine.install(JETTY, "/opt/jetty-base");
            hasTheTag(machine, jetty, command.replace(" start.jar", " /opt/jetty-home/start.jar"), Map.of());
        } else if (command.endsWith("app.jar")) {
            hasTheTag(machine, boot(machine), command, Map.of());
        } else {
            fail("no test starts a server by this");
        }
    }

    private static void startsForEveryJvm(Machine machine, String command) {
        InstalledServer tomcat = machine.install(TOMCAT, "/opt/tomcat");
        try (tomcat) {
            tomcat.start(machine.server(command + "; " + START_TOMCAT, Map.of()));
            assertThat(tomcat.page().text()).contains("/__lasttab/");
            assertThat(machine.run(command + "; java -jar lasttab-agent.jar --version"))
                    .contains("Picked up JAVA_TOOL_OPTIONS", "Lasttab " + System.getProperty("lasttab.version"))
                    .hasLineCount(2);
        }
        assertThat(tomcat.log().text()).contains("Picked up JAVA_TOOL_OPTIONS");
    }

    /** A jar that Spring Boot has made executable, with its settings beside it. */
    private static InstalledServer boot(Machine machine) throws IOException {
        InstalledServer boot = machine.install("boot-tomcat", "/opt/shop");
        Path jar = Path.of(System.getProperty("lasttab.apps"), "boot/target/lasttab-boot-tomcat.jar");
        Files.copy(jar, boot.home().resolve("app.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        Documents.blocks().stream()
                .filter(block ->
                        block.path().filter("/opt/shop/app.conf"::equals).isPresent())
                .forEach(machine::put);
        return boot;
    }

    @TestFactory
    Stream<DynamicTest> startsAServerWithEveryFile() {
        return Documents.blocks().stream()
                .filter(block -> block.path().isPresent() || block.language().equals("dockerfile"))
                .flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Block file) {
        if (file.language().equals("dockerfile")) {
            return Stream.of(dynamicTest(file.where(), () -> builds(machine(), file)));
        }
        String name = file.where() + " " + file.path().orElseThrow();
        return switch (name.substring(name.lastIndexOf('/') + 1)) {
            case "setenv.sh" ->
                Stream.of(dynamicTest(name, () -> {
                    Machine machine = machine();
                    InstalledServer tomcat = machine.install(TOMCAT, "/opt/tomcat");
                    machine.put(file);
                    hasTheTag(machine, tomcat, START_TOMCAT, Map.of());
                }));
            case "lasttab.ini" ->
                Stream.of(JETTY, "jetty-9.4.")
                        .map(kind -> dynamicTest(name + " on " + kind, () -> {
                            Machine machine = machine();
                            InstalledServer jetty = machine.install(kind, "/opt/jetty-base");
                            machine.put(file);
                            hasTheTag(machine, jetty, START_JETTY, Map.of());
                        }));
            case "lasttab.conf" -> Stream.of(dynamicTest(name, () -> isADropIn(machine(), file)));
            case "app.conf" ->
                Stream.of(dynamicTest(name, () -> {
                    Machine machine = machine();
                    hasTheTag(machine, boot(machine), "/opt/shop/app.jar", Map.of());
                }));
            case "lasttab.properties" -> Stream.of(); // below, with all other settings
            default -> Stream.of(dynamicTest(name, () -> fail("no test puts this file to use")));
        };
    }

    /** Its lines by hand, as there is no Docker here: what the image's own command is, the image's makers say. */
    private static void builds(Machine machine, Block dockerfile) throws IOException {
        Files.writeString(machine.work().resolve("lasttab.properties"), "mode=observe\n");
        Files.delete(machine.at("/opt/lasttab-agent.jar"));
        Files.delete(machine.at("/etc/lasttab.properties"));
        InstalledServer image = null;
        Map<String, String> environment = new HashMap<>();
        for (String line : dockerfile.lines()) {
            Matcher set = DOCKER_ENVIRONMENT.matcher(line);
            String[] words = line.split(" ");
            if (words[0].equals("FROM") && image == null) {
                image = machine.install(words[1].replace("tomcat:", "tomcat-") + ".", "/usr/local/tomcat");
            } else if (words[0].equals("COPY") && words.length == 3) {
                Files.copy(machine.work().resolve(words[1]), machine.at(words[2]));
            } else if (set.matches()) {
                environment.put(set.group(1), machine.mapped(set.group(2)));
            } else {
                fail(line);
            }
        }
        hasTheTag(machine, image, START_TOMCAT, environment);
    }

    /** Systemd itself reads the unit with the drop-in, where it is; and the server gets what the drop-in says. */
    private static void isADropIn(Machine machine, Block file) throws IOException {
        InstalledServer tomcat = machine.install(TOMCAT, "/opt/tomcat");
        Path dropIn = machine.put(file);
        Path unit = Path.of(dropIn.getParent().toString().replaceFirst("\\.d$", ""));
        Files.writeString(unit, """
                [Unit]
                Description=Apache Tomcat
                [Service]
                Environment="CATALINA_HOME=%1$s"
                ExecStart=/bin/sh %1$s/bin/catalina.sh run
                """.formatted(tomcat.home()));
        if (Machine.has("systemd-analyze")) {
            // It tells of a mistake, and ends well all the same.
            assertThat(machine.run(
                            "systemd-analyze verify --man=no " + unit,
                            Map.of("SYSTEMD_UNIT_PATH", unit.getParent() + ":")))
                    .doesNotContain(
                            dropIn.getFileName().toString(), unit.getFileName().toString());
        }
        Map<String, String> environment = new HashMap<>();
        for (String line : Files.readAllLines(dropIn)) {
            Matcher set = SYSTEMD_ENVIRONMENT.matcher(line);
            if (set.matches()) {
                environment.put(set.group(1), set.group(2));
            } else {
                assertThat(line)
                        .isIn(
                                "# " + file.path().orElseThrow(),
                                machine.mapped("# " + file.path().orElseThrow()),
                                "[Service]");
            }
        }
        hasTheTag(machine, tomcat, START_TOMCAT, environment);
    }

    /** What stands for settings in the documents is right as it stands, whole files and single lines. */
    @TestFactory
    Stream<DynamicTest> takesAllSettings() {
        List<Block> settings =
                Documents.blocks().stream().filter(Block::isSettings).toList();
        assertThat(settings).isNotEmpty();
        return settings.stream()
                .map(block -> dynamicTest(block.where(), () -> {
                    Machine machine = machine();
                    machine.put("/etc/lasttab.properties", block.content());
                    assertThat(machine.run("java -jar lasttab-agent.jar check /etc/lasttab.properties"))
                            .contains("is right");
                }));
    }

    private static void hasTheTag(
            Machine machine, InstalledServer server, String command, Map<String, String> environment) {
        assumeTrue(server != null);
        try (server) {
            server.start(machine.server(command, environment));
            assertThat(server.page().text()).contains("/__lasttab/");
        }
        assertThat(server.log().text()).contains(" hooks go in, Lasttab " + System.getProperty("lasttab.version"));
        assertThat(server.log().complaintsOfOurs()).isEmpty();
        assertThat(server.log().problems()).isEmpty();
    }
}
