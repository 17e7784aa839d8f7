package io.lasttab.core.settings;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The properties file. It is read one logical line at a time, because {@link Properties} alone neither tells line numbers
 * nor that a key is there twice. By {@code java.io} only: in premain, {@code java.nio.file} would be too early.
 */
final class SettingsFile {

    /** Far more than anyone will write; less than what would hurt if the path is that of something else. */
    private static final int MAX_CHARS = 1_000_000;

    private final String path;
    private final Layer layer;
    private final Problems problems;

    SettingsFile(String path, Layer layer, Problems problems) {
        this.path = OneLine.printable(path);
        this.layer = layer;
        this.problems = problems;
    }

    /** Reads all of the file into the layer. */
    void read(File file) {
        // Only plain files: a pipe could keep the server from starting for ever.
        if (file.exists() && !file.isFile()) {
            cannotRead(file.isDirectory() ? "it is a directory, not a file" : "it is not a plain file");
            return;
        }
        try (InputStream content = new FileInputStream(file)) {
            read(content);
        } catch (IOException | SecurityException e) {
            cannotRead(reason(file, e));
        }
    }

    /** Reads all that the file holds into the layer. */
    void read(InputStream content) throws IOException {
        try {
            for (Map.Entry<Integer, String> line : logicalLines(text(content)).entrySet()) {
                readLine(line.getKey(), line.getValue());
            }
        } catch (CharacterCodingException e) {
            cannotRead("it is not UTF-8 text; save it as UTF-8");
        }
    }

    private static String text(InputStream content) throws IOException {
        StringBuilder text = new StringBuilder();
        // A new decoder reports malformed input; the charset alone would replace it silently.
        Reader reader = new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder());
        char[] buffer = new char[8192];
        for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
            text.append(buffer, 0, read);
            if (text.length() > MAX_CHARS) {
                throw new IOException("it is too large for a settings file");
            }
        }
        boolean byteOrderMark = text.length() > 0 && text.charAt(0) == '\uFEFF';
        return text.substring(byteOrderMark ? 1 : 0);
    }

    /** Each logical line, continuations included, by the number of its first line: one entry at most in each. */
    static Map<Integer, String> logicalLines(String text) throws IOException {
        Map<Integer, String> logicalLines = new LinkedHashMap<>();
        StringBuilder logical = new StringBuilder();
        int first = 0;
        int number = 0;
        BufferedReader lines = new BufferedReader(new StringReader(text));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (logical.length() == 0) {
                if (isBlankOrComment(line)) {
                    continue;
                }
                first = number;
            }
            logical.append(line).append('\n');
            if (!isContinued(line)) {
                logicalLines.put(first, logical.toString());
                logical.setLength(0);
            }
        }
        if (logical.length() > 0) {
            logicalLines.put(first, logical.toString());
        }
        return logicalLines;
    }

    private void readLine(int number, String line) {
        String where = " in " + path + " (line " + number + ")";
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the latter from Java 8
            problems.add("broken \\u escape" + where
                    + ": write four hexadecimal digits behind \\u, and \\\\ for a backslash");
            return;
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
        for (String key : properties.stringPropertyNames()) {
            if (key.isEmpty()) {
                problems.add("value without a key" + where + ": write key=value");
            } else {
                layer.add(key, properties.getProperty(key), where, problems);
            }
        }
    }

    private static boolean isBlankOrComment(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != ' ' && c != '\t' && c != '\f') {
                return c == '#' || c == '!';
            }
        }
        return true;
    }

    private static boolean isContinued(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private void cannotRead(String reason) {
        problems.add("cannot read the settings file " + path + ", named in the agent's argument: " + reason);
    }

    /** The system's own words, without the path that Java puts before them. */
    private static String reason(File file, Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        String start = file.getPath() + " (";
        boolean framed = message.startsWith(start) && message.endsWith(")");
        return OneLine.printable(framed ? message.substring(start.length(), message.length() - 1) : message);
    }
}
