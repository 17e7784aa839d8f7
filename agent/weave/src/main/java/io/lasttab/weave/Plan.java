package io.lasttab.weave;

import java.util.ArrayList;
import java.util.List;

/** What is woven into one container family, or into a part of it: a section of the catalogue. */
final class Plan {

    /** A member that is used without the class file saying so: by reflection. {@code *} stands for any one type. */
    static final class Need {
        final String type;
        final String member;

        Need(String type, String member) {
            this.type = type;
            this.member = member;
        }
    }

    final String container;
    String anchor;
    String adapter;
    final List<HookSite> hooks = new ArrayList<>();
    final List<Need> needs = new ArrayList<>();

    private final int firstId;

    /** Filled by the {@link Catalogue}, and not changed after that. */
    Plan(String container) {
        this(container, 0);
    }

    private Plan(String container, int firstId) {
        this.container = container;
        this.firstId = firstId;
    }

    /** The next part of the same container: another plan for the same adapter, whose ids go on from here. */
    Plan part(String name) {
        Plan part = new Plan(name, endOfIds());
        part.anchor = anchor;
        part.adapter = adapter;
        return part;
    }

    /** The first id that is greater than all of this plan and the parts before it. */
    int endOfIds() {
        return firstId + hooks.size();
    }

    HookSite hook(int id) {
        return hooks.get(id - firstId);
    }

    boolean weaves(String type) {
        for (HookSite hook : hooks) {
            if (hook.type.equals(type)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The hooks that go into a method, in their order.
     *
     * @param type the class's internal name
     * @param method its name with its descriptor
     */
    List<HookSite> hooksInto(String type, String method) {
        List<HookSite> into = new ArrayList<>();
        for (HookSite hook : hooks) {
            if (hook.type.replace('.', '/').equals(type)
                    && DescriptorPattern.matches(hook.method + hook.descriptor, method)) {
                into.add(hook);
            }
        }
        return into;
    }

    List<String> hookNames() {
        List<String> names = new ArrayList<>();
        for (HookSite hook : hooks) {
            names.add(hook.toString());
        }
        return names;
    }

    /** The package of the adapter's classes, with the last dot. */
    String adapterPackage() {
        return adapter.substring(0, adapter.lastIndexOf('.') + 1);
    }
}
