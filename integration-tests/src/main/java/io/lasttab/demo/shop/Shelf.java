package io.lasttab.demo.shop;

import java.util.List;
import java.util.Optional;

/** The books for sale. */
final class Shelf {

    static final List<Book> BOOKS = List.of(
            new Book("emma", "Emma", "Jane Austen", 1815, 1190, 350),
            new Book("frankenstein", "Frankenstein", "Mary Shelley", 1818, 990, 265),
            new Book("moby-dick", "Moby-Dick", "Herman Melville", 1851, 1450, 205),
            new Book("walden", "Walden", "Henry David Thoreau", 1854, 1090, 150),
            new Book("middlemarch", "Middlemarch", "George Eliot", 1871, 1590, 30),
            new Book("time-machine", "The Time Machine", "H. G. Wells", 1895, 890, 185),
            new Book("dracula", "Dracula", "Bram Stoker", 1897, 1290, 320),
            new Book("dubliners", "Dubliners", "James Joyce", 1914, 990, 95));

    private Shelf() {}

    static Optional<Book> find(String id) {
        return BOOKS.stream().filter(book -> book.id().equals(id)).findFirst();
    }
}
