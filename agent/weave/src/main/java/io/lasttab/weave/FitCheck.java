package io.lasttab.weave;

import io.lasttab.gate.AgentLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks, before anything is woven, that a container has every class, method and field that the woven calls and the adapter use:
 * a missing one would otherwise come to light in the middle of a request. Reads class files; loads no class.
 */
final class FitCheck {

    private final Plan plan;
    private final ClassLoader container;
    private final AgentLoader agent;
    private final Map<String, ClassMembers> known = new HashMap<>();
    private String missing;

    FitCheck(Plan plan, ClassLoader container, AgentLoader agent) {
        this.plan = plan;
        this.container = container;
        this.agent = agent;
    }

    /** What the container lacks, the first thing found; null if it fits. */
    String missing() {
        require(plan.anchor.replace('.', '/'));
        for (HookSite hook : plan.hooks) {
            requireHooked(hook);
        }
        for (Plan.Need need : plan.needs) {
            requireKey(need.type.replace('.', '/'), need.member);
        }
        if (missing == null) {
            requireUsed();
        }
        return missing;
    }

    /** Where it is written in the agent's jar what an adapter uses. */
    static String fileOfUses(String adapter) {
        return "META-INF/lasttab/uses/" + adapter;
    }

    /** What the adapter uses, as the build has found it, see {@link AdapterUses}. */
    private void requireUsed() {
        String file = fileOfUses(plan.adapter);
        byte[] bytes = agent.file(file);
        if (bytes == null) {
            note("the agent's own file " + file + " is not in its jar");
            return;
        }
        String uses = new String(bytes, StandardCharsets.UTF_8);
        String type = null;
        for (int start = 0; missing == null && start < uses.length(); ) {
            int end = uses.indexOf('\n', start);
            if (uses.charAt(start) == ' ') {
                requireKey(type, uses.substring(start + 1, end));
            } else {
                type = uses.substring(start, end);
                require(type);
            }
            start = end + 1;
        }
    }

    private void requireHooked(HookSite hook) {
        ClassMembers members = require(hook.type.replace('.', '/'));
        if (members != null) {
            String pattern = hook.method + hook.descriptor;
            if (!hasMatching(members, pattern)) {
                missing(hook.type, pattern);
            }
            for (String field : hook.fields()) {
                requireKey(hook.type.replace('.', '/'), field);
            }
        }
    }

    /** In the class itself: a hook can be woven only there. */
    private static boolean hasMatching(ClassMembers members, String pattern) {
        return hasLike(members, pattern) || hasLike(members, ClassMembers.keyOf(true, pattern));
    }

    private static boolean hasLike(ClassMembers members, String pattern) {
        for (String member : members.members) {
            if (DescriptorPattern.matches(pattern, member)) {
                return true;
            }
        }
        return false;
    }

    /** The class's members; null if it is missing, which is noted. */
    private ClassMembers require(String type) {
        ClassMembers members = known.get(type);
        if (members == null) {
            try (InputStream in = container.getResourceAsStream(type + ".class")) {
                if (in == null) {
                    note("class " + type.replace('/', '.') + " is missing");
                    return null;
                }
                members = new ClassMembers(ClassMembers.bytes(in));
                known.put(type, members);
            } catch (IOException | RuntimeException unreadable) {
                note("class " + type.replace('/', '.') + " cannot be read: " + unreadable);
            }
        }
        return members;
    }

    private void requireKey(String owner, String key) {
        if (require(owner) != null && !has(owner, key)) {
            missing(owner.replace('/', '.'), key);
        }
    }

    /** Whether a class or one above it has a member; the JDK's classes are taken to have all. */
    private boolean has(String type, String member) {
        if (isJdk(type)) {
            return true;
        }
        ClassMembers members = require(type);
        if (members == null) {
            return true; // noted already
        }
        // java.lang.Object stands above every class, so a member that may be its own is not looked for further.
        return members.members.contains(member)
                || (member.indexOf('*') >= 0 && hasLike(members, member))
                || hasInParent(members, member);
    }

    private boolean hasInParent(ClassMembers members, String member) {
        for (String parent : members.parents) {
            if (!parent.equals("java/lang/Object") && has(parent, member)) {
                return true;
            }
        }
        return false;
    }

    private void missing(String type, String member) {
        note(type + " has no " + member);
    }

    private void note(String what) {
        if (missing == null) {
            missing = what;
        }
    }

    static boolean isJdk(String type) {
        return type.startsWith("java/") || type.startsWith("[");
    }
}
