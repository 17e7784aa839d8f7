package io.lasttab.dist;

import io.lasttab.dist.child.JettyServer;
import io.lasttab.dist.child.TomcatServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.startup.Tomcat;

/** The servers that the tests start with their jars on the class path, as applications embed them: one for each adapter. */
enum Embedded {
    TOMCAT("Tomcat", "tomcat", "postParseRequest", TomcatServer.class, ""),
    JETTY_11("Jetty", "jetty9", "beginInvalidate", JettyServer.class, "org.eclipse.jetty.servlet"),
    JETTY_12("Jetty 12", "jetty12", "beginInvalidate", JettyServer.class, "org.eclipse.jetty.ee10.servlet");

    private final String container;
    private final String adapter;
    private final String ownMethod;
    private final Class<?> main;
    private final String servlets;

    Embedded(String container, String adapter, String ownMethod, Class<?> main, String servlets) {
        this.container = container;
        this.adapter = adapter;
        this.ownMethod = ownMethod;
        this.main = main;
        this.servlets = servlets;
    }

    /** As the agent's catalogue names it. */
    String container() {
        return container;
    }

    /** Where the agent's jar has the hooks for it. */
    String hooks() {
        return AgentJar.INSIDE + "io/lasttab/" + adapter + "/";
    }

    /** A method that the agent hooks or calls, and that only the server itself knows by its name. */
    String ownMethod() {
        return ownMethod;
    }

    Class<?> main() {
        return main;
    }

    String argument(Path folder) {
        return this == TOMCAT ? folder.toString() : servlets;
    }

    /** Its jars, without this module's classes. */
    List<Path> jars() {
        if (this == TOMCAT) {
            return List.of(placeOf(Tomcat.class), placeOf(jakarta.annotation.Resource.class));
        }
        try (Stream<Path> jars = Files.walk(Path.of("target", adapter))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
    }

    static String classPath(List<Path> jars) {
        return Stream.concat(Stream.of(placeOf(Embedded.class)), jars.stream())
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
