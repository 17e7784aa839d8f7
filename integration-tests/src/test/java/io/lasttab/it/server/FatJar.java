package io.lasttab.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Spring Boot application that brings its server along in one jar, with jars in it. It stands where the probe stands
 * elsewhere, and tells its events as the probe does.
 *
 * @param embedded the server's name, such as {@code tomcat}
 */
record FatJar(String embedded) implements Container {
    @Override
    public String name() {
        return "boot-" + embedded;
    }

    @Override
    public boolean runsOn(Jdk jdk) {
        return jdk.feature() >= 17;
    }

    @Override
    public boolean jakarta() {
        return true;
    }

    @Override
    public String host() {
        return embedded.equals("tomcat") ? "localhost" : "default";
    }

    @Override
    public int compressingPort(Ports ports) {
        throw new UnsupportedOperationException("not set up");
    }

    @Override
    public boolean datesFilesByUnpacking() {
        return false;
    }

    @Override
    public boolean dropsFlushAfterError() {
        return embedded.equals("tomcat");
    }

    @Override
    public boolean speaksHttp2() {
        return false;
    }

    @Override
    public void install(Path home, Ports ports, Jdk jdk) throws IOException {
        Distribution.empty(home);
        // Spring Boot looks for it in the folder that it is started in.
        Files.write(
                home.resolve("application.properties"),
                List.of(
                        "server.address=127.0.0.1",
                        "server.port=" + ports.plain(),
                        "server.servlet.context-path=/" + Server.PROBE));
    }

    @Override
    public void deployProbe(Path home) {
        // the application is in the jar
    }

    @Override
    public Path drop(Path home, String context) {
        throw new UnsupportedOperationException("nothing is deployed to a fat jar");
    }

    @Override
    public ProcessBuilder command(Path home, Jdk jdk, List<String> jvmArguments) {
        List<String> command = new ArrayList<>();
        command.add(jdk.home().resolve("bin/java").toString());
        command.addAll(jvmArguments);
        command.add("-jar");
        command.add(Path.of(System.getProperty("lasttab.apps"), "boot/target/lasttab-boot-" + embedded + ".jar")
                .toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(key -> key.startsWith("SPRING_") || key.startsWith("SERVER_"));
        builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
        return builder;
    }

    @Override
    public String applicationLoader() {
        return "org.springframework.boot.loader.launch.LaunchedClassLoader";
    }
}
