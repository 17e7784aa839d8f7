package io.lasttab.report.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    private final AtomicLong read = new AtomicLong();

    private String content(byte... bytes) throws IOException {
        Path file = Files.write(folder.resolve("log"), bytes);
        try (InputStream in = LogFile.open(file, read::addAndGet)) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(US_ASCII));
        }
        return bytes.toByteArray();
    }

    @Test
    void isReadAsItIs() throws IOException {
        assertThat(content("line\n".getBytes(US_ASCII))).isEqualTo("line\n");
        assertThat(read).hasValue(5);
        assertThat(content()).isEmpty();
        assertThat(content((byte) '{')).isEqualTo("{");
    }

    @Test
    void isUnpackedWhateverItsName() throws IOException {
        byte[] packed = gzip("line\n".repeat(1000));
        assertThat(content(packed)).isEqualTo("line\n".repeat(1000));
        assertThat(read).as("bytes of the file").hasValue(packed.length);
    }

    @Test
    void isUnpackedToTheEndWhenSeveralWerePutTogether() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(gzip("one\n"));
        both.write(gzip("two\n"));
        assertThat(content(both.toByteArray())).isEqualTo("one\ntwo\n");
    }

    @Test
    void failsIfWhatIsPackedIsCutOff() throws IOException {
        byte[] packed = gzip("line\n".repeat(1000));
        assertThatThrownBy(() -> content(Arrays.copyOf(packed, packed.length - 10)))
                .isInstanceOf(EOFException.class);
    }
}
