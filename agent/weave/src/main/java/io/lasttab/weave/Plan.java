package io.lasttab.weave;

import java.util.ArrayList;
import java.util.List;

/** What is woven into one container family: a section of the catalogue. */
final class Plan {

    /** One woven method; its index in the plan is its id. */
    static final class HookSite {
        final String type;
        final String method;
        /** As in the class file; {@code *} stands for any one type. */
        final String descriptor;

        final String advice;

        HookSite(String type, String method, String descriptor, String advice) {
            this.type = type;
            this.method = method;
            this.descriptor = descriptor;
            this.advice = advice;
        }

        @Override
        public String toString() {
            return type.substring(type.lastIndexOf('.') + 1) + "." + method;
        }
    }

    /** A member that is used without the class file saying so: by reflection, or as an advice's field. {@code *} as above. */
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

    /** Filled by the {@link Catalogue}, and not changed after that. */
    Plan(String container) {
        this.container = container;
    }

    boolean weaves(String type) {
        return hooks.stream().anyMatch(hook -> hook.type.equals(type));
    }

    List<String> hookNames() {
        List<String> names = new ArrayList<>();
        hooks.forEach(hook -> names.add(hook.toString()));
        return names;
    }

    /** The package of the adapter's classes, with the last dot. */
    String adapterPackage() {
        return adapter.substring(0, adapter.lastIndexOf('.') + 1);
    }
}
