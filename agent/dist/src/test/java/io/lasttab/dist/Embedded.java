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

/** The servers that the tests start with their jars on the class path, as applications embed them: a line each. */
enum Embedded {
    TOMCAT("Tomcat", "tomcat", "postParseRequest", TomcatServer.class, "", ""),
    JETTY_9("Jetty", "jetty9", "beginInvalidate", JettyServer.class, "org.eclipse.jetty.servlet", "jetty-9.4"),
    JETTY_10("Jetty", "jetty9", "beginInvalidate", JettyServer.class, "org.eclipse.jetty.servlet", "jetty-10"),
    JETTY_11("Jetty", "jetty9", "beginInvalidate", JettyServer.class, "org.eclipse.jetty.servlet", "jetty-11"),
    JETTY_12("Jetty 12", "jetty12", "beginInvalidate", JettyServer.class, "org.eclipse.jetty.ee10.servlet", "jetty-12");

    private final String container;
    private final String adapter;
    private final String ownMethod;
    private final Class<?> main;
    private final String servlets;
    private final String folder;

    Embedded(String container, String adapter, String ownMethod, Class<?> main, String servlets, String folder) {
        this.container = container;
        this.adapter = adapter;
        this.ownMethod = ownMethod;
        this.main = main;
        this.servlets = servlets;
        this.folder = folder;
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
        try (Stream<Path> jars = Files.walk(Path.of("target", folder))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
    }

    /** The programs, and a server's jars. */
    String classPath(List<Path> jars) {
        boolean javax = this == JETTY_9 || this == JETTY_10;
        return classPath(javax ? JavaxClasses.of(placeOf(Embedded.class)) : placeOf(Embedded.class), jars);
    }

    /** The programs that are no server. */
    static String classPath() {
        return classPath(placeOf(Embedded.class), List.of());
    }

    private static String classPath(Path programs, List<Path> jars) {
        return Stream.concat(Stream.of(programs), jars.stream())
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
