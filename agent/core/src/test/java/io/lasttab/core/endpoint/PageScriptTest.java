package io.lasttab.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PageScriptTest {

    private final PageScript script = new PageScript(60_000);

    @Test
    void isTheSameForEveryoneWithTheSameSettings() {
        PageScript again = new PageScript(60_000);

        assertThat(again.bytes()).isEqualTo(script.bytes());
        assertThat(again.name()).isEqualTo(script.name()).matches("[0-9a-f]{16}\\.js");
    }

    @Test
    void changesItsNameWithItsContent() {
        assertThat(new PageScript(30_000).name()).isNotEqualTo(script.name());
    }

    @Test
    void knowsHowOftenToSpeakAndServesNoComments() {
        String text = new String(script.bytes(), StandardCharsets.UTF_8);

        assertThat(text).contains("60000").doesNotContain("ALIVE_MILLIS");
        assertThat(text.lines()).noneMatch(line -> line.isBlank() || line.startsWith("//") || line.startsWith(" "));
    }

    @Test
    void takesAtMostOneAndAHalfKilobytesOnTheWire() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(script.bytes());
        }

        assertThat(packed.size()).isLessThanOrEqualTo(1_536);
    }
}
