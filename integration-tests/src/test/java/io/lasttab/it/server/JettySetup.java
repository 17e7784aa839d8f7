package io.lasttab.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How a Jetty of the tests differs from one that keeps its sessions in memory and treats all applications alike. */
public enum JettySetup {
    USUAL,

    /** Sessions in files, and only those in memory that were used lately. */
    FILES,

    /** Sessions in a database, and only those in memory that were used lately. */
    DATABASE,

    /**
     * Compresses for one application, {@value #ZIPPED}, by a handler of its own; and keeps the sessions of another one,
     * {@value #FLEETING}, in files alone.
     */
    OWN_HANDLERS;

    public static final String ZIPPED = "zipped";
    public static final String FLEETING = "fleeting";

    /** How long a silent page keeps its session, where a setup has it otherwise than by default: less than the eviction. */
    public static final Duration LOST = Duration.ofSeconds(6);

    /** A page of this server's that lists the ids of the sessions in the store. */
    static final String STORED = "stored";

    private static final String DATABASE_URL = "jdbc:h2:mem:sessions;DB_CLOSE_DELAY=-1";

    String suffix() {
        return this == USUAL ? "" : "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> modules() {
        return switch (this) {
            case USUAL, OWN_HANDLERS -> List.of();
            case FILES -> List.of("session-store-file", "session-cache-hash");
            case DATABASE -> List.of("ext", "session-store-jdbc", "session-cache-hash");
        };
    }

    /** Of the modules, in front of which they must stand. */
    List<String> settings() {
        String eviction = "jetty.session.evictionPolicy=10"; // seconds
        return switch (this) {
            case USUAL, OWN_HANDLERS -> List.of();
            case FILES -> List.of(eviction, "jetty.session.file.storeDir=sessions");
            case DATABASE ->
                List.of(
                        eviction,
                        "db-connection-type=driver",
                        "jetty.session.jdbc.driverClass=org.h2.Driver",
                        "jetty.session.jdbc.driverUrl=" + DATABASE_URL);
        };
    }

    /** Of Lasttab. */
    String agentSettings() {
        return this == FILES || this == DATABASE ? "grace.lost=" + LOST.toSeconds() + "s\n" : "";
    }

    void install(Path home, Jetty jetty) throws IOException {
        switch (this) {
            case USUAL -> {}

            case FILES -> {
                Files.createDirectories(home.resolve("sessions"));
                stored(home, "for (String name : new java.io.File(\"sessions\").list()) { out.println(name); }");
            }

            case DATABASE -> {
                Path ext = Files.createDirectories(home.resolve("lib/ext"));
                Path driver = Path.of(System.getProperty("lasttab.h2"));
                Files.copy(driver, ext.resolve(driver.getFileName()));
                stored(
                        home,
                        "try (java.sql.Connection c = java.sql.DriverManager.getConnection(\"" + DATABASE_URL + "\");"
                                + " java.sql.ResultSet r = c.createStatement()"
                                + ".executeQuery(\"select sessionId from JettySessions\"))"
                                + " { while (r.next()) { out.println(r.getString(1)); } }");
            }

            case OWN_HANDLERS -> {
                String compress = """
                          <Call name="insertHandler">
                            <Arg><New class="org.eclipse.jetty.server.handler.gzip.GzipHandler"/></Arg>
                          </Call>
                        """;
                String inCore = "  <Get name=\"coreContextHandler\">\n" + compress + "  </Get>\n";
                context(home, jetty, ZIPPED, jetty.nests() ? inCore : compress);
                // Jetty answers before it has stored the session, and to store it takes the old file away: if each
                // request stored it, the next one could miss it.
                context(home, jetty, FLEETING, """
                          <Get %1$s
                            <Set name="sessionCache">
                              <New class="%2$s.NullSessionCache">
                                <Arg><Ref refid="sessions"/></Arg>
                                <Set name="sessionDataStore">
                                  <New class="%2$s.FileSessionDataStore">
                                    <Set name="storeDir"><New class="java.io.File"><Arg>%3$s</Arg></New></Set>
                                    <Set name="savePeriodSec">3600</Set>
                                  </New>
                                </Set>
                              </New>
                            </Set>
                          </Get>
                        """.formatted(
                                jetty.nests()
                                        ? "name=\"sessionHandler\"><Get id=\"sessions\" name=\"sessionManager\"/>"
                                        : "id=\"sessions\" name=\"sessionHandler\">",
                                jetty.packageOfSessions(),
                                Files.createDirectories(home.resolve("sessions"))));
            }
        }
    }

    private static void stored(Path home, String list) throws IOException {
        Path page =
                Files.createDirectories(home.resolve("webapps").resolve(STORED)).resolve("index.jsp");
        Files.writeString(page, "<%@ page session=\"false\" contentType=\"text/plain\" %><% " + list + " %>");
    }

    /** The probe once more, with something of its own. */
    private static void context(Path home, Jetty jetty, String name, String own) throws IOException {
        Path webapps = home.resolve("webapps");
        if (!jetty.environment().isEmpty()) {
            // Jetty 12.0.0 does not take the only one there is for granted, as later ones do.
            Files.writeString(webapps.resolve(name + ".properties"), "environment=" + jetty.environment());
        }
        Files.writeString(webapps.resolve(name + ".xml"), """
                <?xml version="1.0"?>
                <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://www.eclipse.org/jetty/configure_9_3.dtd">
                <Configure class="%s">
                  <Set name="contextPath">/%s</Set>
                  <Set name="war">%s</Set>
                %s</Configure>
                """.formatted(
                        jetty.contextClass(), name, webapps.resolve(Server.PROBE + ".war"), own));
    }
}
