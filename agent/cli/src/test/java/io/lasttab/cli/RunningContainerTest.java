package io.lasttab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningContainerTest {

    private final Properties properties = new Properties();

    @Test
    void isKnownByWhatItSets() {
        properties.setProperty("catalina.home", "/opt/tomcat");
        assertThat(RunningContainer.of(properties, List.of("/opt/tomcat/bin/bootstrap.jar")))
                .isEqualTo("Tomcat");
    }

    @Test
    void isJettyWhereItsHomeIs() {
        properties.setProperty("jetty.base", "/srv/base");
        assertThat(RunningContainer.of(properties, List.of("/opt/jetty/start.jar")))
                .isEqualTo("Jetty");
    }

    @Test
    void isKnownWithItsVersionByTheNameOfItsJar() {
        assertThat(RunningContainer.of(properties, List.of("/app", "/lib/jetty-server-12.1.12.jar")))
                .isEqualTo("Jetty 12.1.12");
        assertThat(RunningContainer.of(properties, List.of("lib/tomcat-embed-core-9.0.1.jar")))
                .isEqualTo("Tomcat 9.0.1");
        assertThat(RunningContainer.of(properties, List.of("/opt/tomcat/lib/catalina.jar")))
                .isEqualTo("Tomcat");
    }

    @Test
    void isNoneWhereOnlyANameIsAlike() {
        assertThat(RunningContainer.of(properties, List.of("/lib/my-jetty-server-client.jar", "catalina.jar.txt")))
                .isNull();
    }

    @Test
    void isFoundInsideOfAJarThatHoldsItsLibraries(@TempDir Path folder) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(folder.resolve("app.jar")))) {
            jar.putNextEntry(new ZipEntry("BOOT-INF/lib/jetty-server-12.0.31.jar"));
        }
        properties.setProperty("java.class.path", "app.jar");
        properties.setProperty("user.dir", folder.toString());
        assertThat(RunningContainer.of(properties, StartJars.of(properties))).isEqualTo("Jetty 12.0.31");
    }

    @Test
    void isUnknownWhereTheJarCannotBeRead() {
        properties.setProperty("java.class.path", "/no/such/app.jar");
        assertThat(RunningContainer.of(properties, StartJars.of(properties))).isNull();
    }
}
