package io.lasttab.core.settings;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Any file, property and variable is read, and then holds for any application, or is refused in one line. */
class SettingsFuzzTest {
    /** More lines would only be more of the same, and each that is wrong takes its time to be compared with every key. */
    private static final int MOST_BYTES = 250;

    /** Not by way of a file system, which would take far longer than what is tested. */
    @FuzzTest
    void readsTheFileOrRefusesItInOneLine(byte[] data) throws IOException {
        Problems problems = new Problems();
        Layer file = new Layer(Source.FILE);
        new SettingsFile("/etc/lasttab.properties", file, problems)
                .read(new ByteArrayInputStream(data, 0, Math.min(data.length, MOST_BYTES)));
        readsOrRefusesInOneLine(file, new Properties(), Map.of(), "/shop", problems);
    }

    /** Lines of a name, an equals sign and a value; the first is an application's name, odd ones are variables. */
    @FuzzTest
    void readsPropertiesAndVariablesOrRefusesThemInOneLine(byte[] data) {
        String[] lines = new String(data, 0, Math.min(data.length, MOST_BYTES), StandardCharsets.UTF_8).split("\n", 8);
        Properties properties = new Properties();
        Map<String, String> environment = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int equals = Math.max(0, lines[i].indexOf('='));
            String name = lines[i].substring(0, equals);
            String value = lines[i].substring(equals);
            value = value.startsWith("=") ? value.substring(1) : value;
            if (i % 2 == 0) {
                properties.setProperty("lasttab." + name, value);
            } else {
                environment.put("LASTTAB_" + name, value);
            }
        }
        readsOrRefusesInOneLine(null, properties, environment, lines[0], new Problems());
    }

    private static void readsOrRefusesInOneLine(
            Layer file, Properties properties, Map<String, String> environment, String context, Problems problems) {
        try {
            Settings all = Settings.of("/etc/lasttab.properties", file, properties, environment, problems);
            problems.raise();
            ApplicationSettings settings = all.forContext(context);
            for (Grace grace : Grace.values()) {
                long millis = settings.graceMillis(grace);
                if (millis < 1_000 || millis > 24 * 3_600_000) {
                    throw new AssertionError(grace + " of " + millis);
                }
            }
            if (settings.mode() == null || settings.aliveMillis() >= settings.graceMillis(Grace.LOST)) {
                throw new AssertionError("settings that do not go together");
            }
            settings.isOwnHost("shop.example:8443");
        } catch (SettingsException e) {
            String message = e.getMessage();
            if (message.trim().isEmpty() || message.chars().anyMatch(Character::isISOControl)) {
                throw new AssertionError("more than one line: " + message, e);
            }
        }
    }
}
