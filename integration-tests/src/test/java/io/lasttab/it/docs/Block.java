package io.lasttab.it.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of code in a document.
 *
 * @param where the document and the block's first line in it
 * @param language what the fence says; empty for a block that is indented
 */
record Block(String where, String language, List<String> lines) {
    /** Where commands may stand. In the other languages there are none, whatever a line looks like. */
    private static final Set<String> WITH_COMMANDS = Set.of("", "sh");

    private static final Set<String> WITHOUT_COMMANDS =
            Set.of("mermaid", "text", "ini", "properties", "dockerfile", "nginx", "json", "html");

    private static final Pattern PATH = Pattern.compile("# (/\\S+)");

    /** A setting, a comment, an option of the JVM, markup, a header, a request, a sentence. An assignment in capitals is none. */
    private static final Pattern NO_COMMAND =
            Pattern.compile("[a-z][\\w.-]*=.*|#.*|-.*|[<{\\[(].*|[A-Z](?![A-Z_]*=).*");

    private static final Pattern COMMENT_BEHIND = Pattern.compile("\\s+# .*");

    /** The file that the block is the content of, by its first line. */
    Optional<String> path() {
        Matcher path = PATH.matcher(lines.get(0));
        return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
    }

    String content() {
        return String.join("\n", lines) + "\n";
    }

    /** Whether the block is a settings file, or some lines of one. */
    boolean isSettings() {
        List<String> said = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        return !said.isEmpty() && said.stream().allMatch(line -> line.matches("[a-z][\\w.-]*=.*"));
    }

    /** What a reader would type. */
    List<Command> commands() {
        if (path().isPresent() || WITHOUT_COMMANDS.contains(language)) {
            return List.of();
        }
        if (!WITH_COMMANDS.contains(language)) {
            throw new AssertionError(where + ": nobody knows whether a block of " + language + " holds commands");
        }
        List<Command> commands = new ArrayList<>();
        String begun = "";
        for (String line : lines) {
            String text = begun + line;
            begun = "";
            if (text.endsWith("\\")) {
                begun = text.substring(0, text.length() - 1);
            } else if (!text.isBlank() && !NO_COMMAND.matcher(text.strip()).matches()) {
                commands.add(new Command(
                        where, COMMENT_BEHIND.matcher(text).replaceFirst("").strip()));
            }
        }
        return commands;
    }
}
