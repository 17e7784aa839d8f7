package io.lasttab.dist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of {@code java -jar lasttab-agent.jar}. */
final class ToolJvm {

    private final int exit;
    private final String out;
    private final String err;

    private ToolJvm(int exit, String out, String err) {
        this.exit = exit;
        this.out = out;
        this.err = err;
    }

    static ToolJvm run(String... words) throws IOException {
        return run(ChildJvm.thisJdk(), List.of(), words);
    }

    static ToolJvm run(Path jdk, List<String> options, String... words) throws IOException {
        return run(jdk, options, AgentJar.path(), words);
    }

    /** @param agent the jar, or a copy of it */
    static ToolJvm run(Path jdk, List<String> options, Path agent, String... words) throws IOException {
        Path out = Files.createTempFile("lasttab", ".out");
        Path err = Files.createTempFile("lasttab", ".err");
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", agent.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LASTTAB_") || name.startsWith("JAVA_TOOL"));
        Process process = builder.start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The command does not end: " + command);
            }
            return new ToolJvm(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    int exit() {
        return exit;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    @Override
    public String toString() {
        return "exit " + exit + "\n" + out + "\n" + err;
    }
}
