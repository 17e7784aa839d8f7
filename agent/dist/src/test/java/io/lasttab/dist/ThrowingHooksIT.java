package io.lasttab.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Whatever the hooks throw, the server answers as without the agent. */
class ThrowingHooksIT {

    private static final Pattern SESSION_ID = Pattern.compile("JSESSIONID=([0-9A-Za-z.]+)");

    /**
     * What differs from one visit of the same server to the next. Jetty sends the cookie of a changed id (and with it
     * an Expires) once more if the next request is faster than the end of the last: {@code SessionHandler.access}.
     * That sessions are kept is seen from the visits that the application counts.
     */
    private static final Pattern CHANGING =
            Pattern.compile("(?m)^(Date: .*|Set-Cookie: JSESSIONID=.*|Expires: Thu, 01 Jan 1970 .*)\r?\n");

    @TempDir
    Path folder;

    /** What each server answers without the agent. */
    private static final Map<Embedded, List<String>> EXPECTED = new EnumMap<>(Embedded.class);

    /** All kinds on one server, as what contains them is the same for all; and the hooks of all servers. */
    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(Embedded.TOMCAT, "java/lang/RuntimeException"),
                Arguments.of(Embedded.TOMCAT, "java/lang/StackOverflowError"),
                Arguments.of(Embedded.TOMCAT, "java/lang/OutOfMemoryError"),
                Arguments.of(Embedded.TOMCAT, "java/lang/ThreadDeath"),
                Arguments.of(Embedded.TOMCAT, "java/lang/NoClassDefFoundError"),
                Arguments.of(Embedded.JETTY_11, "java/lang/RuntimeException"),
                Arguments.of(Embedded.JETTY_11, "java/lang/OutOfMemoryError"),
                Arguments.of(Embedded.JETTY_12, "java/lang/RuntimeException"),
                Arguments.of(Embedded.JETTY_12, "java/lang/OutOfMemoryError"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void changeNothing(Embedded embedded, String thrown) throws IOException {
        Path doctored = AgentJar.doctored(
                folder.resolve("throwing.jar"),
                embedded.hooks(),
                "Hook.class",
                hook -> throwing(hook, thrown, List.of("intercept", "replace", "event")));
        List<String> expected = expected(embedded);
        try (ChildJvm server = serve(embedded, "-javaagent:" + doctored)) {
            assertThat(visit(server)).isEqualTo(expected);
            sessionsEndByTheServersOwnRules(server);
            assertThat(visit(server)).isEqualTo(expected);
            server.end();
            assertThat(server.err())
                    .filteredOn(line -> line.contains("WARN") && line.contains("left alone from now on"))
                    .as("told once that it is given up, or once for each part of it")
                    .hasSizeBetween(1, 2)
                    .doesNotHaveDuplicates();
            assertThat(server.err())
                    .filteredOn(line -> line.contains("WARN"))
                    .as("and once for each hook that failed before")
                    .hasSizeBetween(2, 8)
                    .doesNotHaveDuplicates();
        }
    }

    /** Jetty 12 also calls what hooks have put in its way: there is no hook around that, and it is counted all the same. */
    @Test
    void changeNothingWhereNoHookIsCalledAndAreCountedThere() throws IOException {
        Path doctored = AgentJar.doctored(
                folder.resolve("throwing.jar"),
                Embedded.JETTY_12.hooks(),
                "RequestState.class",
                state -> throwing(state, "java/lang/OutOfMemoryError", List.of("uses", "body", "end")));
        List<String> expected = expected(Embedded.JETTY_12);
        try (ChildJvm server = serve(Embedded.JETTY_12, "-javaagent:" + doctored)) {
            assertThat(visit(server)).isEqualTo(expected);
            sessionsEndByTheServersOwnRules(server);
            assertThat(visit(server)).isEqualTo(expected);
            server.end();
            for (String where :
                    List.of("Response.write", "HttpStream.succeeded", "AbstractSessionManager.newSession")) {
                assertThat(server.err())
                        .filteredOn(line -> line.contains("WARN") && line.contains("hook") && line.endsWith(where))
                        .as(where)
                        .hasSize(1);
            }
            assertThat(server.err())
                    .filteredOn(line -> line.contains("left alone from now on"))
                    .hasSize(1);
        }
    }

    private List<String> expected(Embedded embedded) throws IOException {
        if (!EXPECTED.containsKey(embedded)) {
            try (ChildJvm plain = serve(embedded)) {
                EXPECTED.put(embedded, visit(plain));
            }
        }
        return EXPECTED.get(embedded);
    }

    private ChildJvm serve(Embedded embedded, String... options) throws IOException {
        return ChildJvm.serve(embedded, ChildJvm.thisJdk(), List.of(options), folder, embedded.jars());
    }

    /** What the server answers to a visitor who looks around, logs in and out. */
    private static List<String> visit(ChildJvm server) throws IOException {
        List<String> answers = new ArrayList<>();
        String session = null;
        for (int round = 0; round < 2; round++) {
            for (String path : List.of(
                    "/page",
                    "/json",
                    "/length",
                    "/chunks",
                    "/async",
                    "/login",
                    "/json",
                    "/missing",
                    "/fault",
                    "/nothing",
                    "/__lasttab/page",
                    "/page",
                    "/logout",
                    "/json")) {
                String answer = session == null
                        ? server.get(path)
                        : server.get(path, "Cookie: JSESSIONID=" + session, "Sec-Fetch-Dest: document");
                Matcher id = SESSION_ID.matcher(answer);
                session = id.find() ? id.group(1) : session;
                answers.add(path + "\n" + CHANGING.matcher(answer).replaceAll(""));
            }
        }
        return answers;
    }

    private static void sessionsEndByTheServersOwnRules(ChildJvm server) throws IOException {
        String before = ended(server);
        server.get("/short");
        await().atMost(Duration.ofSeconds(60)).until(() -> !ended(server).equals(before));
    }

    private static String ended(ChildJvm server) throws IOException {
        String answer = server.get("/ended");
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    /** The class, with methods that do nothing but throw. */
    private static byte[] throwing(byte[] hook, String thrown, List<String> methods) {
        ClassReader reader = new ClassReader(hook);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String signature, String[] exceptions) {
                        MethodVisitor copy = super.visitMethod(access, name, type, signature, exceptions);
                        if (!methods.contains(name)) {
                            return copy;
                        }
                        copy.visitCode();
                        copy.visitTypeInsn(Opcodes.NEW, thrown);
                        copy.visitInsn(Opcodes.DUP);
                        copy.visitMethodInsn(Opcodes.INVOKESPECIAL, thrown, "<init>", "()V", false);
                        copy.visitInsn(Opcodes.ATHROW);
                        copy.visitMaxs(2, 5);
                        copy.visitEnd();
                        return null;
                    }
                },
                0);
        return writer.toByteArray();
    }
}
