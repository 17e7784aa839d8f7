package io.lasttab.weave;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Reads the catalogue of containers, {@code META-INF/lasttab/containers}. Each container module brings its section:
 *
 * <pre>
 * container &lt;name, as users say it&gt;
 * anchor &lt;class whose loader the adapter goes by&gt;
 * adapter &lt;our class&gt;
 * needs &lt;class&gt; &lt;member that no class file of ours names&gt;
 * hook &lt;a woven method and the call that goes into it, see {@link HookSite}&gt;
 * # &lt;comment&gt;
 * part &lt;name, as users say it&gt;
 * hook …
 * </pre>
 *
 * <p>What follows a {@code part} line is a part of the container that may be absent, or sit in class loaders below the
 * container's own: it is checked and woven by itself, and served by the container's adapter. Two containers may weave
 * classes of the same name, as the lines of Jetty do: which one it is shows by the anchor.
 */
final class Catalogue {

    static final String FILE = "META-INF/lasttab/containers";

    private Catalogue() {}

    /** Not by a regular expression, which would be compiled for each line of every start; an empty word for an empty line. */
    private static String[] words(String line) {
        StringTokenizer tokens = new StringTokenizer(line, " ");
        String[] words = new String[Math.max(1, tokens.countTokens())];
        words[0] = "";
        for (int i = 0; tokens.hasMoreTokens(); i++) {
            words[i] = tokens.nextToken();
        }
        return words;
    }

    static List<Plan> read(ClassLoader loader) throws IOException {
        try (InputStream in = loader.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Plan> plans = new ArrayList<>();
            Plan plan = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = words(line);
                switch (words[0]) {
                    case "container":
                        plan = new Plan(line.substring("container".length()).trim());
                        plans.add(plan);
                        break;
                    case "anchor":
                        plan.anchor = words[1];
                        break;
                    case "adapter":
                        plan.adapter = words[1];
                        break;
                    case "needs":
                        plan.needs.add(new Plan.Need(words[1], words[2]));
                        break;
                    case "hook":
                        plan.hooks.add(new HookSite(plan.endOfIds(), words));
                        break;
                    case "part":
                        plan = plan.part(line.substring("part".length()).trim());
                        plans.add(plan);
                        break;
                    case "#":
                    case "":
                        break;
                    default:
                        throw new IOException("Not a line of the catalogue: " + line);
                }
            }
            return plans;
        }
    }
}
