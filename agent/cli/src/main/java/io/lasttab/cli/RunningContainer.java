package io.lasttab.cli;

import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from outside which servlet container a JVM runs: by the properties that containers set, and by the names of the jars
 * that it was started with. Nothing is loaded into the JVM for this, so one that is packed in another way goes unnoticed; the
 * agent itself, once attached, looks at the classes.
 */
final class RunningContainer {

    private static final Pattern JAR = Pattern.compile(
            "(?:^|/)(?:tomcat-embed-core|tomcat-catalina|catalina|jetty-server)(?:-(\\d[^/]*))?\\.jar$");

    private RunningContainer() {}

    /**
     * The container's name, with its version if the name of a jar tells it.
     *
     * @param properties the JVM's system properties
     * @param jars paths or entries with {@code /} between their parts: those that it was started with, and those inside of them
     * @return null if none is recognised
     */
    static String of(Properties properties, List<String> jars) {
        String name = named(jars);
        if (name != null) {
            return name;
        }
        if (properties.getProperty("jetty.home") != null || properties.getProperty("jetty.base") != null) {
            return "Jetty";
        }
        // Set by an embedded Tomcat too (org.apache.catalina.startup.Tomcat.initBaseDir).
        return properties.getProperty("catalina.home") != null ? "Tomcat" : null;
    }

    private static String named(List<String> jars) {
        for (String jar : jars) {
            Matcher name = JAR.matcher(jar);
            if (name.find()) {
                String product = name.group().contains("jetty") ? "Jetty" : "Tomcat";
                return name.group(1) == null ? product : product + " " + name.group(1);
            }
        }
        return null;
    }
}
