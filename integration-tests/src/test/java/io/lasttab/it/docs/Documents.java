package io.lasttab.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What users read: README.md and all in docs. */
final class Documents {
    private static final Path DOCS =
            Path.of(System.getProperty("lasttab.docs")).toAbsolutePath().normalize();
    private static final String FENCE = "```";
    private static final String INDENTED = "    ";

    private Documents() {}

    static List<Command> commands() {
        return blocks().stream().flatMap(block -> block.commands().stream()).toList();
    }

    static List<Block> blocks() {
        return files().stream().flatMap(file -> blocks(file).stream()).toList();
    }

    /** The documents themselves, README.md first. */
    static List<Path> files() {
        try (Stream<Path> docs = Files.list(DOCS)) {
            return Stream.concat(Stream.of(DOCS.resolveSibling("README.md")), docs.sorted())
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Block> blocks(Path file) {
        try {
            return blocks(DOCS.getParent().relativize(file).toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Blocks between fences, and those that are indented by four behind an empty line. */
    static List<Block> blocks(String name, List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        boolean paragraph = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            boolean fenced = line.startsWith(FENCE);
            if (!fenced && (paragraph || line.isBlank() || !line.startsWith(INDENTED))) {
                paragraph = !line.isBlank();
                continue;
            }
            int first = fenced ? at + 1 : at;
            int end = fenced ? endOfFence(name, lines, first) : endOfIndented(lines, first);
            List<String> content = lines.subList(first, end).stream()
                    .map(each -> fenced || each.isBlank() ? each : each.substring(INDENTED.length()))
                    .toList();
            blocks.add(new Block(
                    name + ":" + (first + 1),
                    fenced ? line.substring(FENCE.length()).strip() : "",
                    content));
            at = fenced ? end : end - 1;
            paragraph = false;
        }
        return blocks;
    }

    private static int endOfFence(String name, List<String> lines, int first) {
        for (int at = first; at < lines.size(); at++) {
            if (lines.get(at).startsWith(FENCE)) {
                return at;
            }
        }
        throw new AssertionError(name + ":" + first + ": the block has no end");
    }

    private static int endOfIndented(List<String> lines, int first) {
        int end = first;
        for (int at = first; at < lines.size(); at++) {
            if (lines.get(at).startsWith(INDENTED)) {
                end = at + 1;
            } else if (!lines.get(at).isBlank()) {
                break;
            }
        }
        return end;
    }
}
