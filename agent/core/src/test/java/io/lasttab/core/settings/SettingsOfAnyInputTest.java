package io.lasttab.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class SettingsOfAnyInputTest {

    private static Path file;

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("lasttab", ".properties");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property
    void anyBytesAreReadOrRefusedInOneLine(@ForAll byte[] content) throws IOException {
        Files.write(file, content);
        isReadOrRefusedInOneLine(new Properties(), Map.of());
    }

    @Property
    void anyTextIsReadOrRefusedInOneLine(@ForAll("texts") String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        isReadOrRefusedInOneLine(new Properties(), Map.of());
    }

    @Property
    void anyPropertiesAndVariablesAreReadOrRefusedInOneLine(
            @ForAll("entries") Map<String, String> properties, @ForAll("entries") Map<String, String> variables)
            throws IOException {
        Files.writeString(file, "");
        Properties systemProperties = new Properties();
        properties.forEach((name, value) -> systemProperties.setProperty("lasttab." + name, value));
        Map<String, String> environment = new HashMap<>();
        variables.forEach((name, value) -> environment.put("LASTTAB_" + name, value));
        isReadOrRefusedInOneLine(systemProperties, environment);
    }

    @Property
    void linesAreCutWherePropertiesCutsThem(@ForAll("texts") String anyText) throws IOException {
        // Ended by a blank line, because Properties takes a lone backslash at the very end for an entry without a name.
        String text = anyText + "\n\n";
        Map<String, String> expected = new TreeMap<>();
        int[] entries = {0};
        Properties whole = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                entries[0]++;
                return expected.put((String) key, (String) value);
            }
        };
        whole.load(new StringReader(text));

        Map<String, String> actual = new TreeMap<>();
        int read = SettingsFile.logicalLines(text).values().stream()
                .mapToInt(line -> load(line, actual))
                .sum();
        assertThat(actual).isEqualTo(expected);
        assertThat(read).isEqualTo(entries[0]);
    }

    private static int load(String line, Map<String, String> into) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        properties.stringPropertyNames().forEach(name -> into.put(name, properties.getProperty(name)));
        return properties.size();
    }

    private static void isReadOrRefusedInOneLine(Properties properties, Map<String, String> environment) {
        try {
            Settings.load(file.toString(), properties, environment).forContext("/a");
        } catch (SettingsException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContainPattern("\\R|\\p{Cntrl}");
        }
    }

    /** Texts made of what a properties file is made of, so that they often come near a valid one. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("=", ":", " ", "\n", "\r", "\r\n", "\t", "\f", "#", "!", "\\\n", "\\\r\n")),
                Tuple.of(
                        1, Arbitraries.of("\\\\", "\\u0041", "\\\n\n", "\\\n#", "\\\n \\\n", "\u2028", "\u0000", "##")),
                Tuple.of(2, names()),
                Tuple.of(2, values()));
        return piece.list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<Map<String, String>> entries() {
        return Arbitraries.maps(
                        Arbitraries.oneOf(names(), Arbitraries.strings().ofMaxLength(100)),
                        Arbitraries.oneOf(values(), Arbitraries.strings().ofMaxLength(100)))
                .ofMaxSize(4);
    }

    private static Arbitrary<String> names() {
        List<String> keys = List.of(
                "mode",
                "grace.closed",
                "grace.lost",
                "app.",
                "alive",
                "app.a.mode",
                "app.ROOT.",
                "MODE",
                "APP_",
                "_MODE");
        return Arbitraries.of(keys);
    }

    private static Arbitrary<String> values() {
        return Arbitraries.of("10s", "observe", "true", "", " ", "10", "99999999999999999999h", "5s", "\uD800");
    }
}
