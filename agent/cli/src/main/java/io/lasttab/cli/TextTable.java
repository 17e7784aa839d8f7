package io.lasttab.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows whose columns stand below each other; figures to the right, words to the left. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    TextTable(String... heads) {
        rows.add(heads);
    }

    /** @param cells as many as there are heads */
    void add(String... cells) {
        if (cells.length != rows.get(0).length) {
            throw new IllegalArgumentException(Arrays.toString(cells));
        }
        rows.add(cells);
    }

    /** Whether there is nothing but the heads. */
    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** How long its longest line may be. */
    int width() {
        int width = 0;
        for (int column = 0; column < rows.get(0).length; column++) {
            width += width(column) + (column == 0 ? 0 : GAP.length());
        }
        return width;
    }

    /** The lines, the heads first. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                line.append(column == 0 ? "" : GAP).append(padded(row[column], column));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private String padded(String cell, int column) {
        String padding = " ".repeat(width(column) - cell.length());
        return isOfFigures(column) ? padding + cell : cell + padding;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }

    private boolean isOfFigures(int column) {
        return rows.size() > 1 && rows.stream().skip(1).allMatch(row -> row[column].matches("[0-9]+|-"));
    }
}
