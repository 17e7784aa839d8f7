package io.lasttab.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The links in README.md and docs. */
class LinksIT {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");

    @Test
    void leadSomewhere() throws IOException {
        for (Path document : Documents.files()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(document)).results().toList()) {
                Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
                assertThat(target).as("%s in %s", link.group(), document).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(target))
                            .as("%s in %s", link.group(), document)
                            .contains(link.group(2));
                }
            }
        }
    }

    @Test
    void leadFromTheReadmeToEveryDocument() throws IOException {
        List<Path> documents = Documents.files();
        String readme = Files.readString(documents.get(0));
        assertThat(documents.subList(1, documents.size()))
                .isNotEmpty()
                .allMatch(document -> readme.contains("(docs/" + document.getFileName() + ")"));
    }

    /** As GitHub makes them of headings. */
    private static Stream<String> anchors(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
    }
}
