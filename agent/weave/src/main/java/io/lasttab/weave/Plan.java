package io.lasttab.weave;

import java.util.ArrayList;
import java.util.List;

/** What is woven into one container family, or into a part of it: a section of the catalogue. */
final class Plan {

    /** One woven method. */
    static final class HookSite {
        /** Its place in the adapter's list. */
        final int id;

        final String type;
        final String method;
        /** As in the class file; {@code *} stands for any one type. */
        final String descriptor;

        final String advice;

        HookSite(int id, String type, String method, String descriptor, String advice) {
            this.id = id;
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

    /** A member that is used without the class file saying so: by reflection, or as an advice's field. */
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

    void addHook(String type, String method, String descriptor, String advice) {
        hooks.add(new HookSite(endOfIds(), type, method, descriptor, advice));
    }

    /** The first id that is greater than all of this plan and the parts before it. */
    int endOfIds() {
        return firstId + hooks.size();
    }

    HookSite hook(int id) {
        return hooks.get(id - firstId);
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
