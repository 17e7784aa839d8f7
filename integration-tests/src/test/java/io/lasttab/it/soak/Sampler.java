package io.lasttab.it.soak;

import io.lasttab.it.server.Management;
import io.lasttab.it.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Looks at the server from outside: by JMX, and at its process. */
final class Sampler {
    /** Tomcat's and Jetty's for requests, Lasttab's for ends of sessions. */
    private static final Pattern WORKER = Pattern.compile("^(http-nio-.*-exec-|qtp|lasttab-expiry)");

    private final Server server;
    private final RequestTally requests;
    private final long began = System.nanoTime();

    Sampler(Server server, RequestTally requests) {
        this.server = server;
        this.requests = requests;
    }

    Sample look() {
        Management management = server.management();
        // Its own full collection comes first, so that what it allocates is not counted.
        long loaders = management.instances(server.target().container().applicationLoader());
        management.collect();
        List<String> threads = threads(management);
        Map<String, Object> classes = management.everything(Management.platform("ClassLoading"));
        return new Sample(
                (System.nanoTime() - began) / 1e9,
                afterCollection(management),
                resident(),
                threads.size(),
                (int) threads.stream().filter(WORKER.asPredicate()).count(),
                number(classes, "LoadedClassCount"),
                ((Number) classes.get("UnloadedClassCount")).longValue(),
                (int) loaders,
                (int) sum(management, "Sessions"),
                requests.countAnswered(),
                requests.countFailed(),
                sum(management, "FalseExpiries"),
                sum(management, "FailedExpiries") + sum(management, "Faults") + sum(management, "ExitLinesLost"));
    }

    /** Their names. */
    private static List<String> threads(Management management) {
        ObjectName bean = Management.platform("Threading");
        Object[] all = {management.get(bean, "AllThreadIds")};
        return Stream.of((CompositeData[]) management.invoke(bean, "getThreadInfo", all, long[].class.getName()))
                .filter(Objects::nonNull) // ended in between
                .map(thread -> thread.get("threadName").toString())
                .toList();
    }

    /** What the last collection has left in each part of the heap. */
    private static long afterCollection(Management management) {
        long bytes = 0;
        for (ObjectName pool : management.named("java.lang:type=MemoryPool,*")) {
            Map<String, Object> attributes = management.everything(pool);
            if (attributes.get("CollectionUsage") instanceof CompositeData usage) {
                bytes += (Long) usage.get("used");
            }
        }
        return bytes;
    }

    /** An attribute of all that Lasttab shows; where it is a map, all that is in it. */
    private static long sum(Management management, String attribute) {
        return management.ofLasttab().stream()
                .map(name -> management.everything(name).get(attribute))
                .mapToLong(Sampler::total)
                .sum();
    }

    private static long total(Object value) {
        if (value instanceof TabularData map) {
            return map.values().stream()
                    .mapToLong(row -> ((Number) ((CompositeData) row).get("value")).longValue())
                    .sum();
        }
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static int number(Map<String, Object> attributes, String name) {
        return ((Number) attributes.get(name)).intValue();
    }

    /** As Linux tells; 0 elsewhere. */
    private long resident() {
        Path status = Path.of("/proc", Long.toString(server.process().pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
