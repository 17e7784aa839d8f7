package io.lasttab.demo.shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The first page: all books, each with a button that puts it into the basket. */
final class CatalogueServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder body = new StringBuilder("<ul class=\"shelf\">");
        for (Book book : Shelf.BOOKS) {
            body.append("""
                    <li>
                      <div class="cover" style="--hue: %d" aria-hidden="true"><b>%s</b><i>%s</i></div>
                      <h2>%s</h2>
                      <p>%s, %d</p>
                      <form method="post" action="/shop/basket">
                        <input type="hidden" name="add" value="%s">
                        <span>%s</span> <button aria-label="Add %s to the basket">Add</button>
                      </form>
                    </li>
                    """.formatted(
                            book.hue(),
                            book.title(),
                            book.author(),
                            book.title(),
                            book.author(),
                            book.year(),
                            book.id(),
                            Book.price(book.cents()),
                            book.title()));
        }
        body.append("</ul>");
        ShopPage.write(response, "Books", Basket.of(request.getSession()), body.toString());
    }
}
