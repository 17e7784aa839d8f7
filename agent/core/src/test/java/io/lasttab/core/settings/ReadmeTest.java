package io.lasttab.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void namesEveryKeyInItsRingWithDefaultRangeAndMeaning() throws IOException {
        List<String> table = Files.readAllLines(Path.of("..", "..", "README.md")).stream()
                .dropWhile(line -> !line.startsWith("| key "))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        Key.Ring ring = null;
        int rows = 0;
        for (String line : table) {
            String[] cells = line.substring(1).split("\\|");
            String first = cells[0].trim();
            if (first.startsWith("**")) {
                ring = Key.Ring.valueOf(first.replace("*", "").toUpperCase(Locale.ROOT));
            } else {
                Key key = List.of(Key.values()).get(rows++);
                assertThat(first).isEqualTo("`" + key.keyName() + "`");
                assertThat(ring).as(first).isEqualTo(key.ring());
                assertThat(cells[1].trim()).as(first).isEqualTo("`" + key.defaultText() + "`");
                assertThat(cells[2].trim()).as(first).isEqualTo(key.range());
                assertThat(cells[3].trim()).as(first).startsWith(key.description());
            }
        }
        assertThat(rows).isEqualTo(Key.values().length);
    }
}
