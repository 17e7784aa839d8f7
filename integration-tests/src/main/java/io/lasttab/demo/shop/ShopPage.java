package io.lasttab.demo.shop;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The frame around every page of the shop. */
final class ShopPage {

    private ShopPage() {}

    /** Writes a page for a visitor with a basket. */
    static void write(HttpServletResponse response, String title, Basket basket, String body) throws IOException {
        String navigation = """
                <nav aria-label="Shop">
                  <a href="/shop/">Books</a>
                  <a href="/shop/basket">Basket<span class="count">%d</span></a>
                  <a href="/shop/checkout">Checkout</a>
                  <form method="post" action="/shop/leave"><button class="plain">Sign out</button></form>
                </nav>
                """.formatted(basket.count());
        write(response, title, navigation, body);
    }

    /** Writes a page for a visitor without a session. */
    static void writeWithoutBasket(HttpServletResponse response, String title, String body) throws IOException {
        write(response, title, "", body);
    }

    private static void write(HttpServletResponse response, String title, String navigation, String body)
            throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        // The basket changes in other tabs.
        response.setHeader("Cache-Control", "no-cache");
        response.getWriter().write("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <title>%s · Corner Books</title>
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark">
                        <link rel="icon" href="data:,">
                        <link rel="stylesheet" href="/shop/shop.css">
                        </head>
                        <body>
                        <header><a class="name" href="/shop/">Corner Books</a>%s</header>
                        <main>
                        <h1>%s</h1>
                        %s
                        </main>
                        </body>
                        </html>
                        """.formatted(title, navigation, title, body));
    }
}
