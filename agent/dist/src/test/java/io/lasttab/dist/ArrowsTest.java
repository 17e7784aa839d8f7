package io.lasttab.dist;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Arrows point one way: container modules → core → bridge; weave → bridge and gate; the command line → settings. */
@AnalyzeClasses(packages = "io.lasttab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    private static final String JDK = "java..";

    @ArchTest
    static final ArchRule BRIDGE_NAMES_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("io.lasttab.bridge..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(JDK, "io.lasttab.bridge..");

    /** No java.util.logging, no JMX, no java.nio.file: awake before the server's own, they break some servers. */
    @ArchTest
    static final ArchRule GATE_NAMES_ONLY_THE_CORE_OF_THE_JDK = classes()
            .that()
            .resideInAPackage("io.lasttab.gate")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang",
                    "java.lang.instrument",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio.charset",
                    "java.security",
                    "java.util",
                    "java.util.jar",
                    "java.util.zip",
                    "io.lasttab.gate");

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_CONTAINER_AND_NO_WEAVING = classes()
            .that()
            .resideInAPackage("io.lasttab.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(JDK, "javax.management..", "org.slf4j..", "io.lasttab.core..", "io.lasttab.bridge..");

    @ArchTest
    static final ArchRule CORE_HAS_NO_CYCLE =
            slices().matching("io.lasttab.core.(**)").should().beFreeOfCycles();

    /**
     * Sessions are judged by a clock that nobody can set. Of the time of day know only those that tell it to operators, and the
     * two that ask a session as Jetty does whether it has timed out, to name the cause of an end that is Jetty's.
     */
    @ArchTest
    static final ArchRule NOBODY_JUDGES_BY_THE_TIME_OF_DAY = noClasses()
            .that()
            .resideOutsideOfPackages("io.lasttab.core.jmx", "io.lasttab.cli..", "io.lasttab.report..")
            .and()
            .doNotHaveSimpleName("WallClock")
            .and()
            .doNotHaveSimpleName("LiveSettings")
            .and()
            .doNotHaveSimpleName("SessionEndHook")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule WEAVE_KNOWS_NO_SESSIONS = classes()
            .that()
            .resideInAPackage("io.lasttab.weave..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    JDK,
                    "org.slf4j..",
                    "org.objectweb.asm..",
                    "io.lasttab.weave..",
                    "io.lasttab.bridge..",
                    "io.lasttab.gate..");

    /** It reads what was written down, wherever and by whichever version; of a server it knows nothing. */
    @ArchTest
    static final ArchRule REPORT_KNOWS_NOTHING_BUT_THE_JDK = classes()
            .that()
            .resideInAPackage("io.lasttab.report..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(JDK, "io.lasttab.report..");

    @ArchTest
    static final ArchRule REPORT_HAS_NO_CYCLE =
            slices().matching("io.lasttab.report.(**)").should().beFreeOfCycles();

    /** It runs in a JVM of its own, and knows of a server what JMX shows. */
    @ArchTest
    static final ArchRule COMMAND_LINE_KNOWS_THE_SETTINGS_AND_THE_REPORT = classes()
            .that()
            .resideInAPackage("io.lasttab.cli..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    JDK,
                    "javax.management..",
                    "com.sun.tools.attach",
                    "io.lasttab.core.settings",
                    "io.lasttab.report",
                    "io.lasttab.cli..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("io.lasttab.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lasttab.cli..");

    @ArchTest
    static final ArchRule CONTAINERS_KNOW_CORE_AND_BRIDGE_BUT_NOT_EACH_OTHER = noClasses()
            .that(resideInAPackage("io.lasttab.tomcat..").or(resideInAPackage("io.lasttab.jetty*..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.lasttab.weave..",
                    "io.lasttab.gate..",
                    "org.objectweb.asm..",
                    "javax.servlet..",
                    "jakarta.servlet..");

    @ArchTest
    static final ArchRule MODULES_HAVE_NO_CYCLE =
            slices().matching("io.lasttab.(*)..").should().beFreeOfCycles();

    /** A lambda wakes half of java.lang.invoke, in every JVM, before its main class. */
    @ArchTest
    static void gateHasNoLambda(JavaClasses all) throws IOException {
        List<String> found = new ArrayList<>();
        List<URL> gate = all.stream()
                .filter(type -> type.getPackageName().equals("io.lasttab.gate"))
                .map(type -> type.getSource().orElseThrow().getUri())
                .map(ArrowsTest::url)
                .toList();
        assertThat(gate).isNotEmpty();
        for (URL file : gate) {
            try (InputStream in = file.openStream()) {
                new ClassReader(in)
                        .accept(
                                new ClassVisitor(Opcodes.ASM9) {
                                    @Override
                                    public MethodVisitor visitMethod(
                                            int access, String name, String type, String signature, String[] thrown) {
                                        return new MethodVisitor(Opcodes.ASM9) {
                                            @Override
                                            public void visitInvokeDynamicInsn(
                                                    String m, String d, Handle by, Object... constants) {
                                                found.add(file + " " + name);
                                            }
                                        };
                                    }
                                },
                                0);
            }
        }
        assertThat(found).isEmpty();
    }

    private static URL url(java.net.URI uri) {
        try {
            return uri.toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
