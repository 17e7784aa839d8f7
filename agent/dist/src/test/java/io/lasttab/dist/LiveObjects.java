package io.lasttab.dist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a JVM holds, as the JDK's own tool tells it. */
final class LiveObjects {

    private LiveObjects() {}

    /** The agent's classes of which there are objects that a collection leaves, those apart that stay on purpose. */
    static List<String> ofTheAgent(ChildJvm server) throws IOException {
        return jcmd(server, "GC.class_histogram")
                .filter(line -> line.contains(" io.lasttab.") && !line.contains(" io.lasttab.dist.child."))
                .filter(line -> !line.contains(" io.lasttab.bridge."))
                .map(String::strip)
                .toList();
    }

    static List<String> threadsOfTheAgent(ChildJvm server) throws IOException {
        return jcmd(server, "Thread.print")
                .filter(line -> line.startsWith("\"lasttab"))
                .toList();
    }

    static List<String> propertiesOfTheAgent(ChildJvm server) throws IOException {
        return jcmd(server, "VM.system_properties")
                .filter(line -> line.startsWith("io.lasttab"))
                .toList();
    }

    private static Stream<String> jcmd(ChildJvm server, String command) throws IOException {
        Path tool = ChildJvm.thisJdk().resolve("bin/jcmd");
        Process process = new ProcessBuilder(tool.toString(), server.pid(), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).lines();
    }
}
