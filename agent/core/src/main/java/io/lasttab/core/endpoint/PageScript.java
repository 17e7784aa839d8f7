package io.lasttab.core.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The script that runs in pages, ready to be served: the same bytes for everyone, named by their hash. Immutable. */
final class PageScript {

    private static final int HASH_BYTES = 8;

    private final byte[] bytes;
    private final String hash;

    /**
     * Makes the script for one application.
     *
     * @param aliveMillis how often an open page says alive
     */
    PageScript(long aliveMillis) {
        bytes = source().replace("ALIVE_MILLIS", Long.toString(aliveMillis)).getBytes(StandardCharsets.UTF_8);
        hash = hash(bytes);
    }

    /** As the build has left it: without comments, indentation and what else is for readers. */
    private static String source() {
        try (InputStream in = PageScript.class.getResourceAsStream("page.js")) {
            ByteArrayOutputStream source = new ByteArrayOutputStream(Math.max(1, in.available()));
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                source.write(buffer, 0, n);
            }
            return new String(source.toByteArray(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The page script is missing from the agent's jar", unreadable);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            StringBuilder hex = new StringBuilder();
            for (int i = 0; i < HASH_BYTES; i++) {
                hex.append(Character.forDigit(digest[i] >> 4 & 15, 16)).append(Character.forDigit(digest[i] & 15, 16));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** The file's name, which changes with its content. */
    String name() {
        return hash + ".js";
    }

    /** The script in UTF-8; not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
