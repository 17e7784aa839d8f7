package io.lasttab.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code top} on a terminal, which {@code script} of the util-linux package stands for. */
class TopOnATerminalIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int CTRL_C = 3;
    private static final int ENDED_BY_CTRL_C = 130;

    /** What a shell starts in the background ignores Ctrl-C, and so does all that it starts in its turn. */
    private static final String WITH_CTRL_C = "d='env --default-signal=INT'; $d true 2>/dev/null || d=; exec $d ";

    private static final String TAKEN = "\u001b[?1049h\u001b[?25l";
    private static final String GIVEN_BACK = "\u001b[?25h\u001b[?1049l";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void drawsWhatFitsAndGivesTheTerminalBackAtCtrlC() throws Exception {
        Path script = Path.of("/usr/bin/script");
        assumeTrue(Files.isExecutable(script), "there is no terminal to be had");
        try (ChildJvm server = ChildJvm.serve(ChildJvm.thisJdk(), ChildJvm.agent(), folder)) {
            SpokenSession.begin(server).say("hello");
            String top = "stty rows 12 cols 72; " + WITH_CTRL_C
                    + ChildJvm.thisJdk().resolve("bin/java") + " -jar " + AgentJar.path() + " top " + server.pid();
            Process process = start(List.of(script.toString(), "-q", "-e", "-c", top, "/dev/null"));
            try {
                await().atMost(LONG).until(() -> shown().split("APPLICATION", -1).length > 4); // twice, in two parts
                process.getOutputStream().write(CTRL_C);
                process.getOutputStream().flush();
                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.exitValue()).isEqualTo(ENDED_BY_CTRL_C);
            await().atMost(LONG).until(() -> shown().contains(GIVEN_BACK));
            String drawn = shown().substring(shown().indexOf(TAKEN) + TAKEN.length(), shown().indexOf(GIVEN_BACK));
            assertThat(drawn).contains("localhost/shop  enforce", "No countdown runs.");
            assertThat(shown().substring(shown().indexOf(GIVEN_BACK)))
                    .as("drawn where it is not seen any more")
                    .doesNotContain("APPLICATION");
            for (String frame : drawn.split("\u001b\\[H")) {
                // The terminal adds a carriage return of its own to each end of a line.
                List<String> lines = frame.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]|\\^C|\r", "")
                        .lines()
                        .toList();
                assertThat(lines).hasSizeLessThanOrEqualTo(12).allMatch(line -> line.length() <= 72);
            }
        }
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LASTTAB_") || name.startsWith("JAVA_TOOL"));
        builder.environment().put("TERM", "xterm");
        Process process = builder.start();
        Thread reader = new Thread(() -> read(process.getInputStream()));
        reader.setDaemon(true);
        reader.start();
        return process;
    }

    private void read(InputStream in) {
        byte[] buffer = new byte[4096];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                shown.write(buffer, 0, n);
            }
        } catch (IOException ended) {
            return; // the terminal is gone
        }
    }

    private String shown() {
        return shown.toString(UTF_8);
    }
}
