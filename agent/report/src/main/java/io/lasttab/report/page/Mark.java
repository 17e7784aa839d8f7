package io.lasttab.report.page;

/** A word below a chart. */
final class Mark {

    final double place;
    final String word;

    /** @param place of its middle, in percent of the width */
    Mark(double place, String word) {
        this.place = place;
        this.word = word;
    }
}
