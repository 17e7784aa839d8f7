package io.lasttab.core.settings;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Any file, property and variable is read, and then holds for any application, or is refused in one line. */
class SettingsFuzzTest {
    private static Path file;

    @BeforeAll
    static void makeFile() throws IOException {
        file = Files.createTempFile("lasttab", ".properties");
    }

    @AfterAll
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @FuzzTest
    void readsTheFileOrRefusesItInOneLine(byte[] data) throws IOException {
        try (OutputStream out = new FileOutputStream(file.toFile())) {
            out.write(data);
        }
        readsOrRefusesInOneLine(file.toString(), new Properties(), Map.of(), "/shop");
    }

    /** Lines of a name, an equals sign and a value; the first is an application's name, odd ones are variables. */
    @FuzzTest
    void readsPropertiesAndVariablesOrRefusesThemInOneLine(byte[] data) {
        String[] lines = new String(data, StandardCharsets.UTF_8).split("\n", 8);
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
        readsOrRefusesInOneLine(null, properties, environment, lines[0]);
    }

    private static void readsOrRefusesInOneLine(
            String path, Properties properties, Map<String, String> environment, String context) {
        try {
            ApplicationSettings settings =
                    Settings.load(path, properties, environment).forContext(context);
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
