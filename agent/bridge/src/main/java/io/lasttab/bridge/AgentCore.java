package io.lasttab.bridge;

/**
 * The agent's core as weave sees it. Found by {@link java.util.ServiceLoader} in the agent's own class loader when the
 * first container class appears, never before.
 */
public interface AgentCore {

    /**
     * Reads the settings and gets ready; starts no thread.
     *
     * @param arguments what stands behind {@code -javaagent:lasttab-agent.jar=}; null if nothing does
     * @throws IllegalArgumentException if a setting is wrong; the message is one line that names the key and what would be
     *     right. The agent then stays out of the server
     */
    void start(String arguments);

    /** Tells of a container found in this JVM, woven or left alone. */
    void containerFound(ContainerReport container);
}
