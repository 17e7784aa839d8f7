package io.lasttab.demo.shop;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a visitor wants to buy. One per session, used by all of its tabs at once. */
final class Basket implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = "basket";

    private final LinkedHashMap<String, Integer> copies = new LinkedHashMap<>();

    static Basket of(HttpSession session) {
        Basket basket = (Basket) session.getAttribute(ATTRIBUTE);
        if (basket == null) {
            basket = new Basket();
            session.setAttribute(ATTRIBUTE, basket);
        }
        return basket;
    }

    synchronized void add(Book book) {
        copies.merge(book.id(), 1, Integer::sum);
    }

    synchronized void remove(Book book) {
        copies.remove(book.id());
    }

    synchronized void clear() {
        copies.clear();
    }

    /** Copies by book id, in the order in which they were put in. */
    synchronized Map<String, Integer> copies() {
        return new LinkedHashMap<>(copies);
    }

    synchronized int count() {
        return copies.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int cents() {
        int cents = 0;
        for (Map.Entry<String, Integer> entry : copies.entrySet()) {
            cents += Shelf.find(entry.getKey()).map(Book::cents).orElse(0) * entry.getValue();
        }
        return cents;
    }
}
