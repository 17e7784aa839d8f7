package io.lasttab.it.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Apache Tomcat, as unpacked from its zip and started by its own script. */
record Tomcat(String version) implements Container {
    private static final String LEAK_SEARCH = Stream.of("java.lang", "java.io", "java.util", "java.util.concurrent")
            .map(opened -> "--add-opens=java.base/" + opened + "=ALL-UNNAMED")
            .collect(Collectors.joining(" ", "", " --add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED"));

    @Override
    public String name() {
        return "tomcat-" + version;
    }

    @Override
    public boolean runsOn(Jdk jdk) {
        return jdk.feature() >= 17;
    }

    @Override
    public boolean jakarta() {
        return line() >= 10;
    }

    @Override
    public String applicationLoader() {
        return "org.apache.catalina.loader.ParallelWebappClassLoader";
    }

    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public int compressingPort(Ports ports) {
        return ports.compressing();
    }

    @Override
    public boolean datesFilesByUnpacking() {
        return false;
    }

    @Override
    public boolean dropsFlushAfterError() {
        return true;
    }

    /** One line, as all of them speak it by the same code; it was not tried on the others. */
    @Override
    public boolean speaksHttp2() {
        return version.startsWith("10.1.");
    }

    @Override
    public void install(Path home, Ports ports, Jdk jdk) throws IOException {
        Distribution.unpack(name(), home);
        Distribution.empty(home.resolve("webapps"));
        connectors(home.resolve("conf/server.xml"), ports);
        if (line() == 8 && jdk.feature() > 17) {
            sparesJarConnections(home.resolve("conf/server.xml"));
        }
        quickExpiry(home.resolve("conf/context.xml"));
        if (line() < 10) {
            newerCompiler(home.resolve("lib"));
        }
    }

    @Override
    public Path drop(Path home, String context) {
        return home.resolve("webapps").resolve(context + ".war");
    }

    @Override
    public ProcessBuilder command(Path home, Jdk jdk, List<String> jvmArguments) {
        ProcessBuilder command =
                new ProcessBuilder(home.resolve("bin/catalina.sh").toString(), "run");
        command.environment().put("JAVA_HOME", jdk.home().toString());
        command.environment().remove("JRE_HOME");
        command.environment().remove("CATALINA_BASE");
        command.environment().put("CATALINA_HOME", home.toString());
        // As the scripts of the newer versions do: the search for leaks at undeploy looks into the JDK.
        command.environment().put("JDK_JAVA_OPTIONS", LEAK_SEARCH);
        command.environment().put("CATALINA_OPTS", String.join(" ", jvmArguments));
        return command;
    }

    private int line() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** One connector as the product comes, but for HTTP/2, and one that compresses; no port that another server might want. */
    private void connectors(Path file, Ports ports) throws IOException {
        try (XmlFile server = XmlFile.edit(file)) {
            server.root().setAttribute("port", "-1");
            for (Element connector : server.all("Connector")) {
                if (!connector.getAttribute("port").equals("8080")) {
                    // AJP, which the old versions open by default
                    connector.getParentNode().removeChild(connector);
                    continue;
                }
                connector.setAttribute("address", "127.0.0.1");
                connector.setAttribute("port", Integer.toString(ports.plain()));
                connector.removeAttribute("redirectPort");
                Element compressing = (Element) connector.cloneNode(false);
                compressing.setAttribute("port", Integer.toString(ports.compressing()));
                compressing.setAttribute("compression", "on");
                connector.getParentNode().insertBefore(compressing, connector.getNextSibling());
                if (speaksHttp2()) {
                    Element upgrade = connector.getOwnerDocument().createElement("UpgradeProtocol");
                    upgrade.setAttribute("className", "org.apache.coyote.http2.Http2Protocol");
                    connector.appendChild(upgrade);
                }
            }
            for (Element engine : server.all("Engine")) {
                engine.setAttribute("backgroundProcessorDelay", "1");
            }
        }
    }

    /** Leaves out a protection that asks for a kind of URL which newer JDKs refuse, and logs that as SEVERE. */
    private static void sparesJarConnections(Path file) throws IOException {
        try (XmlFile server = XmlFile.edit(file)) {
            for (Element listener : server.all("Listener")) {
                if (listener.getAttribute("className").endsWith("JreMemoryLeakPreventionListener")) {
                    listener.setAttribute("urlCacheProtection", "false");
                }
            }
        }
    }

    /** Looks for idle sessions every second, and does not carry sessions over a restart. */
    private static void quickExpiry(Path file) throws IOException {
        try (XmlFile context = XmlFile.edit(file)) {
            Element manager = context.append("Manager");
            manager.setAttribute("processExpiresFrequency", "1");
            manager.setAttribute("pathname", "");
        }
    }

    /** The JSP compilers of these lines came before the class files of Java 17. */
    private static void newerCompiler(Path lib) throws IOException {
        try (DirectoryStream<Path> own = Files.newDirectoryStream(lib, "ecj-*.jar")) {
            for (Path jar : own) {
                Files.delete(jar);
            }
        }
        Path newer = Path.of(System.getProperty("lasttab.ecj"));
        Files.copy(newer, lib.resolve(newer.getFileName()));
    }
}
