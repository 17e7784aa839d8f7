package io.lasttab.dist;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lasttab.dist.child.TomcatServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A user who is not the one that the tests run as, with copies of all that this user has to read. */
final class OtherUser {

    static final String NAME = "nobody";

    private static final String EVERYBODYS = "rwxrwxrwx";
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final Path folder;

    private OtherUser(Path folder) {
        this.folder = folder;
    }

    /** The test is skipped, with the reason, where nobody can be somebody else. */
    static OtherUser in(Path folder) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can start a JVM as another user");
        assumeTrue(Files.isExecutable(SETPRIV), "no " + SETPRIV);
        Files.setPosixFilePermissions(
                folder, PosixFilePermissions.fromString("rwxr-xr-x")); // a temporary one is secret
        OtherUser user = new OtherUser(folder);
        assumeTrue(user.canRun("-version"), NAME + " cannot run the java of these tests");
        user.share();
        return user;
    }

    private boolean canRun(String option) throws IOException {
        List<String> command = new ArrayList<>(java());
        command.add(option);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    /** The command, but for its options, that runs a JVM as this user; it becomes that JVM itself. */
    List<String> java() {
        return List.of(
                SETPRIV.toString(),
                "--reuid=" + NAME,
                "--regid=65534",
                "--clear-groups",
                ChildJvm.thisJdk().resolve("bin/java").toString());
    }

    private void share() throws IOException {
        Files.copy(AgentJar.path(), agent());
        Path jars = Files.createDirectory(folder.resolve("jars"));
        for (Path jar : Embedded.TOMCAT.jars()) {
            Files.copy(jar, jars.resolve(jar.getFileName()));
        }
        Path programs =
                Embedded.classes().resolve(TomcatServer.class.getPackageName().replace('.', '/'));
        Path copies = Files.createDirectories(
                folder.resolve("classes").resolve(Embedded.classes().relativize(programs)));
        try (Stream<Path> classes = Files.list(programs)) {
            for (Path each : classes.collect(Collectors.toList())) {
                Files.copy(each, copies.resolve(each.getFileName()));
            }
        }
        Files.setPosixFilePermissions(Files.createDirectory(own()), PosixFilePermissions.fromString(EVERYBODYS));
    }

    Path agent() {
        return folder.resolve("lasttab-agent.jar");
    }

    /** The programs in {@code child}, and Tomcat. */
    String classPath() {
        return folder.resolve("classes") + ":" + folder.resolve("jars") + "/*";
    }

    /** A folder that this user may write to. */
    Path own() {
        return folder.resolve("own");
    }
}
