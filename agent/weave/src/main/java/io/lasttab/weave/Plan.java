package io.lasttab.weave;

import java.util.ArrayList;
import java.util.List;

/** What is woven into one container family: a section of the catalogue. */
final class Plan {

    /** A member that is used without the class file saying so: by reflection. */
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
    /** The woven methods; the index of each is its id. */
    final List<HookSite> hooks = new ArrayList<>();

    final List<Need> needs = new ArrayList<>();

    /** Filled by the {@link Catalogue}, and not changed after that. */
    Plan(String container) {
        this.container = container;
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
     * The ids of the hooks that go into a method.
     *
     * @param type the class's internal name
     * @param method its name with its descriptor
     */
    List<Integer> hooksInto(String type, String method) {
        List<Integer> ids = new ArrayList<>();
        for (int id = 0; id < hooks.size(); id++) {
            HookSite hook = hooks.get(id);
            if (hook.type.replace('.', '/').equals(type)
                    && DescriptorPattern.matches(hook.method + hook.descriptor, method)) {
                ids.add(id);
            }
        }
        return ids;
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
