package io.lasttab.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitFileTest {

    @TempDir
    private Path folder;

    private Path path;
    private ExitFile file;

    @BeforeEach
    void make() {
        path = folder.resolve("exits.jsonl");
        file = new ExitFile(path.toFile(), 10, 2);
    }

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    private void append(String line) throws IOException {
        file.append(line.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void goesOnBehindWhatAnEarlierRunHasWritten() throws IOException {
        Files.writeString(path, "old\n");
        append("new\n");
        assertThat(path).hasContent("old\nnew\n");
    }

    @Test
    void endsALineThatWasCutOff() throws IOException {
        Files.writeString(path, "ol");
        append("new\n");
        assertThat(path).hasContent("ol\nnew\n");
    }

    @Test
    void keepsSoManyFullFilesAndNoMore() throws IOException {
        for (String line : new String[] {"1aaa\n", "1bbb\n", "2aaa\n", "2bbb\n", "3aaa\n", "3bbb\n", "4aaa\n"}) {
            append(line);
        }
        assertThat(path).hasContent("4aaa\n");
        assertThat(folder.resolve("exits.jsonl.1")).hasContent("3aaa\n3bbb\n");
        assertThat(folder.resolve("exits.jsonl.2")).hasContent("2aaa\n2bbb\n");
        assertThat(folder.resolve("exits.jsonl.3")).doesNotExist();
    }

    @Test
    void takesALineThatIsLongerThanTheFileMayBe() throws IOException {
        append("0123456789abc\n");
        append("x\n");
        assertThat(path).hasContent("x\n");
        assertThat(folder.resolve("exits.jsonl.1")).hasContent("0123456789abc\n");
    }

    @Test
    void beginsAnewWhenItWasMovedAway() throws IOException {
        append("a\n");
        Files.move(path, folder.resolve("moved"));
        append("b\n");
        assertThat(path).hasContent("b\n");
    }

    @Test
    void beginsAnewWhenItWasDeletedBeforeItsFirstLine() throws IOException {
        file.open();
        Files.delete(path);
        append("a\n");
        assertThat(path).hasContent("a\n");
    }

    @Test
    void keepsTheOldestAsLongAsThereIsRoom() throws IOException {
        Path oldest = Files.writeString(folder.resolve("exits.jsonl.2"), "oldest\n");
        for (String line : new String[] {"1aaa\n", "1bbb\n", "2aaa\n"}) {
            append(line);
        }
        assertThat(folder.resolve("exits.jsonl.1")).hasContent("1aaa\n1bbb\n");
        assertThat(oldest).hasContent("oldest\n");
    }

    @Test
    void beginsAnewWhenItWasEmptied() throws IOException {
        append("aaaaaa\n");
        Files.write(path, new byte[0]);
        append("bbbbbb\n");
        assertThat(path).hasContent("bbbbbb\n");
        assertThat(folder.resolve("exits.jsonl.1")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoPlainFile() throws IOException {
        Files.createDirectory(path);
        assertThatThrownBy(() -> append("a\n")).isInstanceOf(IOException.class).hasMessageContaining("plain file");
    }

    @Test
    void saysWhyItCannotBeRenamed() throws IOException {
        Files.createDirectories(folder.resolve("exits.jsonl.2").resolve("full"));
        Files.writeString(folder.resolve("exits.jsonl.1"), "old\n");
        append("0123456\n");
        assertThatThrownBy(() -> append("0123456\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be renamed");
        assertThat(path).hasContent("0123456\n");
    }
}
