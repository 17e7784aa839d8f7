package io.lasttab.core.settings;

import java.util.Locale;

/** Finds what an operator may have meant by a key that does not exist. */
final class Suggestion {

    /** More edits than this make a guess, unless the key is long. */
    private static final int FEW_EDITS = 2;

    private static final String STRAY_PREFIX = "lasttab.";

    private final Source source;
    private String best;
    private int bestDistance = Integer.MAX_VALUE;
    private int bestLength;

    private Suggestion(Source source) {
        this.source = source;
    }

    /** The end of a message on an unknown key: the nearest valid one, or all of them when none is near. */
    static String of(String written, Source source) {
        Suggestion suggestion = new Suggestion(source);
        String prefix = source.spelling.applicationPrefix;
        // Nobody means a key by more than the first few hundred characters, and the distance takes time.
        String name = written.length() > 300 ? written.substring(0, 300) : written;
        if (startsWithIgnoreCase(name, prefix)) {
            suggestion.considerForApplication(name.substring(prefix.length()));
        } else {
            boolean stray = source == Source.FILE && startsWithIgnoreCase(name, STRAY_PREFIX);
            suggestion.considerGeneral(stray ? name.substring(STRAY_PREFIX.length()) : name);
        }
        return suggestion.text();
    }

    private void considerGeneral(String name) {
        for (Key key : Key.values()) {
            String spelled = source.spelling.of(key);
            consider(name, spelled, spelled);
        }
    }

    private void considerForApplication(String rest) {
        String prefix = source.spelling.applicationPrefix;
        char separator = source.spelling.separator;
        for (Key key : Key.values()) {
            String spelled = source.spelling.of(key);
            int cut = cutBefore(rest, spelled);
            if (cut > 0) {
                String context = OneLine.of(rest.substring(0, cut));
                String inFull = key.perApplication() ? prefix + context + separator + spelled : spelled;
                consider(rest.substring(cut + 1), spelled, inFull);
            } else if (key.perApplication()) {
                String noContext = prefix + "<context>" + separator + spelled;
                consider(cut == 0 ? rest.substring(1) : rest, spelled, noContext);
            }
        }
    }

    /** Where the context ends if the key has as many parts as it should; -1 if nothing is left for a context. */
    private int cutBefore(String rest, String key) {
        char separator = source.spelling.separator;
        long parts = key.chars().filter(c -> c == separator).count() + 1;
        int cut = rest.length();
        for (long part = 0; part < parts && cut >= 0; part++) {
            cut = rest.lastIndexOf(separator, cut - 1);
        }
        return cut;
    }

    private void consider(String name, String key, String inFull) {
        int distance = distance(name.toLowerCase(Locale.ROOT), key.toLowerCase(Locale.ROOT));
        if (distance < bestDistance) {
            best = inFull;
            bestDistance = distance;
            bestLength = key.length();
        }
    }

    private String text() {
        if (bestDistance <= Math.max(FEW_EDITS, bestLength / 2)) {
            return "did you mean " + source.prefix + best + "?";
        }
        StringBuilder all = new StringBuilder("valid are ");
        for (Key key : Key.values()) {
            all.append(source.prefix).append(source.spelling.of(key)).append(", ");
        }
        return all.append("and ")
                .append(source.prefix)
                .append(source.spelling.applicationPrefix)
                .append("<context>")
                .append(source.spelling.separator)
                .append("<key>")
                .toString();
    }

    private static boolean startsWithIgnoreCase(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** Levenshtein's edit distance, row by row. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
