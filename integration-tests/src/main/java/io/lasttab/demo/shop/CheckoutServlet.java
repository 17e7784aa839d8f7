package io.lasttab.demo.shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The third page: the order. */
final class CheckoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Basket basket = Basket.of(request.getSession());
        ShopPage.write(response, "Checkout", basket, basket.count() == 0 ? empty() : order(basket));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Basket basket = Basket.of(request.getSession());
        basket.clear();
        ShopPage.write(
                response,
                "Thank you",
                basket,
                "<p>Your books are on their way. <a href=\"/shop/\">Look at some more</a>?</p>");
    }

    private static String empty() {
        return "<p>There is nothing to order. <a href=\"/shop/\">Look at the books</a>.</p>";
    }

    private static String order(Basket basket) {
        return """
            <p>%d %s for <b>%s</b>, postage included.</p>
            <form class="order" method="post" action="/shop/checkout">
              <label>Name <input name="name" autocomplete="name"></label>
              <label>Address <input name="address" autocomplete="street-address"></label>
              <p class="next"><a href="/shop/basket">Back to the basket</a> <button>Place the order</button></p>
            </form>
            """.formatted(basket.count(), basket.count() == 1 ? "book" : "books", Book.price(basket.cents()));
    }
}
