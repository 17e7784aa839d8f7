package io.lasttab.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours can be told from what they stand on (WCAG 2.2: 4.5 for text, 3 for what is drawn), by day and by night. */
class StyleTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{3,8});");

    private static Map<String, String> colours(boolean dark) throws IOException {
        String style = style();
        int night = style.indexOf("prefers-color-scheme: dark");
        Map<String, String> colours = read(style.substring(0, night));
        if (dark) {
            colours.putAll(read(style.substring(night)));
        }
        return colours;
    }

    private static String style() throws IOException {
        try (InputStream in = Page.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static Map<String, String> read(String style) {
        Map<String, String> colours = new HashMap<>();
        Matcher colour = COLOUR.matcher(style);
        while (colour.find()) {
            colours.put(colour.group(1), colour.group(2));
        }
        return colours;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textIsLegible(boolean dark) throws IOException {
        Map<String, String> colours = colours(dark);
        for (String text : new String[] {"ink", "soft"}) {
            for (String ground : new String[] {"card", "ground"}) {
                assertThat(contrast(colours.get(text), colours.get(ground)))
                        .as(text + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsDrawnIsSeen(boolean dark) throws IOException {
        Map<String, String> colours = colours(dark);
        String[] tones = {"green", "green-deep", "teal", "olive", "amber", "blue", "violet", "pink", "gray"};
        for (String tone : tones) {
            assertThat(contrast(colours.get(tone), colours.get("card")))
                    .as(tone)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyColourIsThere(boolean dark) throws IOException {
        TreeSet<String> used = new TreeSet<>();
        Matcher name = Pattern.compile("var\\(--([a-z-]+)\\)").matcher(style());
        while (name.find()) {
            used.add(name.group(1));
        }
        assertThat(Stream.concat(colours(dark).keySet().stream(), Stream.of("tone", "shadow")))
                .containsAll(used);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        String hex = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
    }

    private static double linear(String hex, int at) {
        double c = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
