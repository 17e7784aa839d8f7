package io.lasttab.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server product at one version: how an instance of its unmodified distribution is laid out and started. */
public interface Container {
    /** Such as {@code tomcat-9.0.117}. */
    String name();

    boolean runsOn(Jdk jdk);

    /** Whether its applications use the servlet API under its new name. */
    boolean jakarta();

    /** The host by which Lasttab names applications that are there for every name. */
    String host();

    /** Where an answer is compressed for those who accept it. */
    int compressingPort(Ports ports);

    /** Whether a file was last modified, as the container tells, when its application was unpacked. */
    boolean datesFilesByUnpacking();

    /**
     * Whether a flush by an application that has called {@code sendError} does nothing. Otherwise it sends the response before
     * there is an error page, and the page cannot follow.
     */
    boolean dropsFlushAfterError();

    /** Whether its plain port also takes HTTP/2, to which a client changes over (h2c). */
    boolean speaksHttp2();

    /**
     * Whether an application can be replaced by another while it is used. Jetty 12.1 unpacks the new one to where the old one,
     * which still answers, loads its classes from.
     */
    default boolean replacesInUse() {
        return true;
    }

    /** The environment of a second probe ({@link Server#NEIGHBOUR}) beside that of the first; empty where there is none. */
    default String neighbour() {
        return "";
    }

    /** What Lasttab is told beyond what every server has: lines of a properties file. */
    default String agentSettings() {
        return "";
    }

    /** Unpacks the distribution into an empty folder and sets the addresses. */
    void install(Path home, Ports ports, Jdk jdk) throws IOException;

    /** Puts the probe where the server finds it when it starts. */
    default void deployProbe(Path home) throws IOException {
        Files.copy(ProbeWar.of(this), drop(home, Server.PROBE));
    }

    /** Where an application is dropped, and taken away again, while the server runs. */
    Path drop(Path home, String context);

    /** The command that becomes the server's JVM, process id and all. */
    ProcessBuilder command(Path home, Jdk jdk, List<String> jvmArguments);

    /** The class whose instances are the loaders of web applications: one per application that is not gone. */
    String applicationLoader();
}
