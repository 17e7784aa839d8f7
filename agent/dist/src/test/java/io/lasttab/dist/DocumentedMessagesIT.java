package io.lasttab.dist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/troubleshooting.md tells users to look for in the log is what the agent says, word by word. */
class DocumentedMessagesIT {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", ""), "..", "..", "docs", "troubleshooting.md");

    private static final Set<String> SECTIONS = Set.of(
            "## The server starts without the agent",
            "## WARN … left alone",
            "## Other lines on standard error",
            "## The command line says");

    /** Of the JVM itself; and one that is put together, which ServerJvmIT sees. */
    private static final Set<String> OTHERS =
            Set.of("Error opening zip file or JAR manifest missing", "Lasttab is off, the server starts without it: ");

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Test
    void areSaidByTheAgent() throws IOException {
        List<String> said = AgentJar.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".class"))
                .map(file -> new String(file.getValue(), ISO_8859_1))
                .toList();
        List<String> quoted = quoted();
        assertThat(quoted).hasSizeGreaterThan(20);
        assertThat(quoted)
                .allMatch(words -> OTHERS.contains(words) || said.stream().anyMatch(type -> type.contains(words)));
    }

    /** The first cells of those tables that quote messages. */
    private static List<String> quoted() throws IOException {
        String section = "";
        StringBuilder cells = new StringBuilder();
        Set<String> found = new HashSet<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (line.startsWith("## ")) {
                section = line;
                found.add(line);
            } else if (SECTIONS.contains(section) && line.startsWith("| ")) {
                cells.append(line.split(" \\| ")[0]).append('\n');
            }
        }
        assertThat(found).containsAll(SECTIONS);
        return QUOTED.matcher(cells)
                .results()
                .map(MatchResult::group)
                .map(span -> span.substring(1, span.length() - 1))
                .collect(Collectors.toList());
    }
}
