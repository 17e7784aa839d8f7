package io.lasttab.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitLogSettingsTest {

    private static ExitLogSettings load(String... properties) {
        Properties system = new Properties();
        for (int i = 0; i < properties.length; i += 2) {
            system.setProperty("lasttab." + properties[i], properties[i + 1]);
        }
        return Settings.load(null, system, Map.of()).exitLog();
    }

    @Test
    void writeNothingByDefault() {
        assertThat(load().log()).isFalse();
        assertThat(load().file()).isNull();
    }

    @Test
    void nameAFileThatIsAbsolute() {
        ExitLogSettings settings = load("exits.file", "Logs/e.jsonl", "exits.max-size", "2mb", "exits.keep", "7");
        assertThat(settings.file()).isAbsolute().isEqualTo(new File("Logs/e.jsonl").getAbsoluteFile());
        assertThat(settings.maxBytes()).isEqualTo(2 << 20);
        assertThat(settings.keep()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exits.file | '' | no value: write a path, or none",
                "exits.log | yes | it must be true or false",
                "exits.max-size | '' | no value: write a size",
                "exits.max-size | 10 | a size needs a unit, KB, MB, GB, such as 10MB",
                "exits.max-size | 10TB | not a size",
                "exits.max-size | 10 MB | not a size",
                "exits.max-size | 1023KBs | not a size",
                "exits.max-size | 0KB | out of range: 1KB to 100GB is allowed",
                "exits.max-size | 101GB | out of range",
                "exits.max-size | 99999999999999999999GB | out of range",
                "exits.keep | 0 | out of range: 1 to 1000 is allowed",
                "exits.keep | 5MB | not a whole number: write one, such as 5 (1 to 1000)",
                "exits.keep | -1 | not a whole number",
                "app.shop.exits.log | true | this key is for the whole server"
            })
    void areRefusedWithWhatWouldBeRight(String key, String value, String reason) {
        assertThatThrownBy(() -> load(key, value))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("-Dlasttab." + key + "=" + value)
                .hasMessageContaining(reason);
    }
}
