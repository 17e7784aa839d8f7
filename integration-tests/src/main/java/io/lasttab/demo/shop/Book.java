package io.lasttab.demo.shop;

import java.util.Locale;

/** One book on the shelf; the hue is the colour of its cover. */
record Book(String id, String title, String author, int year, int cents, int hue) {

    static String price(int cents) {
        return String.format(Locale.ROOT, "€ %d.%02d", cents / 100, cents % 100);
    }
}
