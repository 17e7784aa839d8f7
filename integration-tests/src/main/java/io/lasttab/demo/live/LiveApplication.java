package io.lasttab.demo.live;

import io.lasttab.demo.web.ResourceServlet;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The application at {@code /live}; the server's root leads there. */
public final class LiveApplication {

    static final String PATH = "/live";

    private LiveApplication() {}

    /** Adds the application to the server. */
    public static void deploy(Tomcat tomcat) {
        Context live = tomcat.addContext(PATH, null);
        live.setMapperContextRootRedirectEnabled(true); // the page's own addresses are relative
        Tomcat.addServlet(live, "page", resource("live.html", "text/html; charset=utf-8"));
        live.addServletMappingDecoded("/", "page"); // not "", for which Tomcat redirects no /live to /live/
        Tomcat.addServlet(live, "style", resource("live.css", "text/css; charset=utf-8"));
        live.addServletMappingDecoded("/live.css", "style");
        Tomcat.addServlet(live, "script", resource("live.js", "text/javascript; charset=utf-8"));
        live.addServletMappingDecoded("/live.js", "script");

        Agent agent = new Agent();
        Tomcat.addServlet(live, "sessions", new SessionsServlet(agent));
        live.addServletMappingDecoded("/sessions", "sessions");
        Tomcat.addServlet(live, "expire", new ExpireServlet(agent));
        live.addServletMappingDecoded("/expire", "expire");

        Context root = tomcat.addContext("", null);
        Tomcat.addServlet(root, "to-live", new RootServlet());
        root.addServletMappingDecoded("", "to-live");
    }

    private static ResourceServlet resource(String name, String contentType) {
        return new ResourceServlet(LiveApplication.class, name, contentType);
    }
}
