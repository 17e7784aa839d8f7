package io.lasttab.demo.shop;

import io.lasttab.demo.web.ResourceServlet;
import jakarta.servlet.http.HttpServlet;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The application at {@code /shop}: three linked pages, and a way to sign out. */
public final class ShopApplication {

    private ShopApplication() {}

    /** Adds the application to the server. */
    public static void deploy(Tomcat tomcat) {
        Context shop = tomcat.addContext("/shop", null);
        add(shop, "", new CatalogueServlet());
        add(shop, "/basket", new BasketServlet());
        add(shop, "/checkout", new CheckoutServlet());
        add(shop, "/leave", new LeaveServlet());
        add(shop, "/shop.css", new ResourceServlet(ShopApplication.class, "shop.css", "text/css; charset=utf-8"));
    }

    private static void add(Context shop, String path, HttpServlet servlet) {
        String name = "shop" + path;
        Tomcat.addServlet(shop, name, servlet);
        shop.addServletMappingDecoded(path, name);
    }
}
