package io.lasttab.dist.child;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** A Tomcat with the shop, as {@link Parent} wants it. */
public final class TomcatServer {

    /** Held here, as the log manager holds it weakly. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private TomcatServer() {}

    /** Runs it, with its work in the folder of that name. */
    public static void main(String[] folder) throws Exception {
        TOMCAT.setLevel(Level.SEVERE); // so that standard error holds what the agent says
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder[0]);
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getEngine().setBackgroundProcessorDelay(1);
        Context context = tomcat.addContext("/shop", null);
        Shop servlet = new Shop();
        ((StandardContext) context).addApplicationLifecycleListener(servlet.listener());
        context.addErrorPage(errorPage());
        Wrapper shop = Tomcat.addServlet(context, "shop", servlet);
        shop.setAsyncSupported(true);
        shop.addMapping("/*");
        tomcat.start();
        Parent.servedUntilItSaysSo(tomcat.getConnector().getLocalPort());
        tomcat.stop();
        tomcat.destroy();
    }

    private static ErrorPage errorPage() {
        ErrorPage page = new ErrorPage();
        page.setErrorCode(404);
        page.setLocation("/error");
        return page;
    }
}
