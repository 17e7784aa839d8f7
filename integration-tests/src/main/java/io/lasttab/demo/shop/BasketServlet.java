package io.lasttab.demo.shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The second page: what is in the basket. A post puts a book in or takes it out. */
final class BasketServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Basket basket = Basket.of(request.getSession());
        ShopPage.write(response, "Your basket", basket, body(basket));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Basket basket = Basket.of(request.getSession());
        book(request, "add").ifPresent(basket::add);
        book(request, "remove").ifPresent(basket::remove);
        // A page of its own, so that a reload does not buy again.
        response.sendRedirect("/shop/basket");
    }

    private static Optional<Book> book(HttpServletRequest request, String parameter) {
        return Shelf.find(request.getParameter(parameter));
    }

    private static String body(Basket basket) {
        if (basket.count() == 0) {
            return "<p>Nothing in it yet. <a href=\"/shop/\">Look at the books</a>.</p>";
        }
        StringBuilder body = new StringBuilder("<ul class=\"lines\">");
        for (Map.Entry<String, Integer> line : basket.copies().entrySet()) {
            Book book = Shelf.find(line.getKey()).orElseThrow();
            body.append("""
                    <li>
                      <span class="copies">%d ×</span>
                      <span class="what"><b>%s</b> %s</span>
                      <span class="price">%s</span>
                      <form method="post" action="/shop/basket">
                        <input type="hidden" name="remove" value="%s">
                        <button class="plain" aria-label="Remove %s">Remove</button>
                      </form>
                    </li>
                    """.formatted(
                            line.getValue(),
                            book.title(),
                            book.author(),
                            Book.price(book.cents() * line.getValue()),
                            book.id(),
                            book.title()));
        }
        body.append("""
                </ul>
                <p class="total">Total <b>%s</b></p>
                <p class="next"><a href="/shop/">More books</a> <a class="button" href="/shop/checkout">Checkout</a></p>
                """.formatted(Book.price(basket.cents())));
        return body.toString();
    }
}
