package io.lasttab.cli;

import java.util.List;
import javax.management.ObjectName;

/** One application as JMX shows it. */
final class ApplicationView {

    private final ObjectName name;
    private final Figures figures;
    private final AgentView agent;

    ApplicationView(ObjectName name, Figures figures, AgentView agent) {
        this.name = name;
        this.figures = figures;
        this.agent = agent;
    }

    /** Host and context, such as {@code localhost/shop}. */
    String title() {
        return unquoted("host") + unquoted("context");
    }

    private String unquoted(String key) {
        String value = name.getKeyProperty(key);
        return value == null ? "" : value.startsWith("\"") ? ObjectName.unquote(value) : value;
    }

    Figures figures() {
        return figures;
    }

    /** Some of its sessions, oldest first. */
    List<Figures> sessions(int most) throws Refusal {
        return agent.sessions(name, most);
    }
}
