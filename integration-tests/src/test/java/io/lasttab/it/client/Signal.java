package io.lasttab.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a system says to a process, and to all that it has started. */
public enum Signal {
    KILL,
    TERM,
    STOP,
    CONT;

    public void sendTo(ProcessHandle process) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name()));
        Stream.concat(Stream.of(process), this == TERM ? Stream.empty() : process.descendants())
                .map(each -> Long.toString(each.pid()))
                .forEach(command::add);
        try {
            // A child may be gone already: that is no failure.
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
