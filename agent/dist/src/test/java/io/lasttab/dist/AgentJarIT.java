package io.lasttab.dist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.weave.AdapterUses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

/** What is in the agent's jar, and what is not. */
class AgentJarIT {

    /** What names a class to people only. */
    private static final String SLF4J_MESSAGES = "org.slf4j.LoggerFactory in failed|to find org.slf4j.helpers.Util or";

    @Test
    void showsApplicationsNothingButGateAndBridge() {
        TreeSet<String> packages = new TreeSet<>();
        for (String name : AgentJar.files().keySet()) {
            if (!name.startsWith("META-INF/")) {
                packages.add(name.substring(0, name.lastIndexOf('/') + 1));
            }
        }
        assertThat(packages).containsExactly("io/lasttab/bridge/", "io/lasttab/gate/");
    }

    @Test
    void keepsTheRestInOneFolder() {
        assertThat(AgentJar.files().keySet())
                .filteredOn(name -> name.startsWith("META-INF/") && !name.startsWith(AgentJar.INSIDE))
                .containsExactlyInAnyOrder("META-INF/MANIFEST.MF", "META-INF/LICENSE");
        assertThat(AgentJar.files().keySet())
                .filteredOn(name -> name.startsWith(AgentJar.INSIDE + "io/lasttab/")
                        && (name.contains("/lasttab/bridge/") || name.contains("/lasttab/gate/")))
                .as("there is one bridge and one gate")
                .isEmpty();
    }

    @Test
    void namesEveryClassAsLasttabs() {
        AgentJar.classes().forEach((file, type) -> {
            assertThat(type.getClassName()).startsWith("io/lasttab/");
            assertThat(file).endsWith(type.getClassName() + ".class");
            assertThat(file.replace(AgentJar.INSIDE, "")).isEqualTo(type.getClassName() + ".class");
        });
    }

    @Test
    void namesNoThirdPartyByItsOwnName() {
        AgentJar.files().forEach((name, bytes) -> {
            if (name.endsWith(".class") || name.contains("META-INF/services/")) {
                String text = new String(bytes, ISO_8859_1).replaceAll(SLF4J_MESSAGES, "");
                assertThat(text)
                        .as(name)
                        .doesNotContain(
                                "net/bytebuddy",
                                "net.bytebuddy",
                                "org/slf4j",
                                "org.slf4j",
                                "org/objectweb",
                                "org.objectweb");
            }
        });
        assertThat(AgentJar.files().keySet())
                .filteredOn(name -> name.contains("META-INF/services/"))
                .allMatch(name -> name.contains("META-INF/services/io.lasttab."));
    }

    @Test
    void holdsNothingTwice() throws IOException {
        try (JarFile jar = new JarFile(AgentJar.path().toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.contains("META-INF/versions/"));
        }
    }

    @Test
    void staysSmall() throws IOException {
        assertThat(Files.size(AgentJar.path())).isLessThan(2_000_000); // 3 MB are allowed; it has been 1.5
    }

    @Test
    void runsOnJava8() {
        AgentJar.classes().forEach((file, type) -> {
            int version = type.readUnsignedShort(6);
            assertThat(version).as(file).isLessThanOrEqualTo(allowed(type.getClassName()));
        });
    }

    /** Jetty 12 needs 17 itself, and the command line runs in a JVM of its own. */
    private static int allowed(String type) {
        if (type.startsWith("io/lasttab/jetty12/")) {
            return Opcodes.V17;
        }
        return type.startsWith("io/lasttab/cli/") ? Opcodes.V11 : Opcodes.V1_8;
    }

    @Test
    void isAnAgentByItsManifest() throws IOException {
        try (JarFile jar = new JarFile(AgentJar.path().toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Premain-Class")).isEqualTo("io.lasttab.gate.Agent");
            assertThat(manifest.getValue("Agent-Class")).isEqualTo("io.lasttab.gate.Agent");
            assertThat(manifest.getValue("Main-Class")).isEqualTo("io.lasttab.gate.Main");
            assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
            assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("io.lasttab.agent");
            assertThat(manifest.getValue("Implementation-Version"))
                    .isEqualTo(System.getProperty("lasttab.version", manifest.getValue("Implementation-Version")))
                    .isNotBlank();
            assertThat(manifest.getValue("Multi-Release")).isNull();
            assertThat(manifest.getValue("Boot-Class-Path")).isNull();
        }
    }

    @Test
    void bringsItsLicence() {
        assertThat(new String(AgentJar.files().get("META-INF/LICENSE"), UTF_8)).contains("Apache License");
    }

    /** Each container module's catalogue, from the class path, must have gone in whole. */
    @Test
    void knowsAllContainers() throws IOException {
        String shipped = new String(AgentJar.files().get(AgentJar.INSIDE + "META-INF/lasttab/containers"), UTF_8);
        List<String> modules = new ArrayList<>();
        for (var url :
                java.util.Collections.list(getClass().getClassLoader().getResources("META-INF/lasttab/containers"))) {
            try (var in = url.openStream()) {
                modules.add(new String(in.readAllBytes(), UTF_8));
            }
        }
        assertThat(modules).isNotEmpty().allSatisfy(module -> assertThat(shipped)
                .contains(module.trim()));
        assertThat(shipped.lines().filter(line -> line.startsWith("container ")))
                .hasSize((int) modules.stream()
                        .flatMap(String::lines)
                        .filter(line -> line.startsWith("container "))
                        .count());
        assertThat(shipped.lines().filter(line -> line.startsWith("adapter ")))
                .allSatisfy(line -> assertThat(AgentJar.files())
                        .containsKey(AgentJar.INSIDE
                                + line.substring("adapter ".length()).replace('.', '/') + ".class"));
    }

    /** The fit check goes by what the build has written down. */
    @Test
    void knowsWhatItsAdaptersUse() {
        Map<String, byte[]> files = AgentJar.files();
        String catalogue = new String(files.get(AgentJar.INSIDE + "META-INF/lasttab/containers"), UTF_8);
        List<String> adapters = catalogue
                .lines()
                .filter(line -> line.startsWith("adapter "))
                .map(line -> line.substring("adapter ".length()).trim())
                .toList();
        assertThat(adapters).isNotEmpty().allSatisfy(adapter -> assertThat(
                        files.get(AgentJar.INSIDE + "META-INF/lasttab/uses/" + adapter))
                .asString(UTF_8)
                .isNotEmpty()
                .isEqualTo(AdapterUses.of(adapter, name -> files.get(AgentJar.INSIDE + name + ".class"))));
    }

    /** Two builds of one source give the same bytes: nothing depends on the clock or on the order of a folder. */
    @Test
    void isReproducible() throws IOException {
        try (JarFile jar = new JarFile(AgentJar.path().toFile())) {
            List<? extends ZipEntry> entries = jar.stream().toList();
            assertThat(entries).allSatisfy(entry -> assertThat(
                            entry.getTimeLocal().atOffset(ZoneOffset.UTC).toInstant())
                    .isEqualTo(Instant.parse("2026-01-01T00:00:00Z")));
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Created-By"))
                    .as("not the JDK that built it")
                    .isEqualTo("Maven");
            assertThat(manifest.keySet())
                    .doesNotContain(new Attributes.Name("Built-By"), new Attributes.Name("Build-Jdk"));
        }
    }

    @Test
    void tellsNothingOfTheMachineThatBuiltIt() {
        for (Map.Entry<String, byte[]> file : AgentJar.files().entrySet()) {
            assertThat(new String(file.getValue(), ISO_8859_1))
                    .as(file.getKey())
                    .doesNotContain(Path.of("").toAbsolutePath().toString());
        }
    }

    /** The hooks name Catalina and Coyote only: one class file serves javax and jakarta. */
    @Test
    void namesNoServletTypeInTomcatsHooks() {
        Stream<Map.Entry<String, byte[]>> tomcat = AgentJar.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(AgentJar.INSIDE + "io/lasttab/tomcat/"));
        assertThat(tomcat).isNotEmpty().allSatisfy(file -> assertThat(new String(file.getValue(), ISO_8859_1))
                .as(file.getKey())
                .doesNotContain("javax/servlet", "javax.servlet", "jakarta/servlet", "jakarta.servlet"));
    }
}
