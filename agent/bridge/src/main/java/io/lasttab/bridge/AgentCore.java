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
     * @param late whether the server has been running without the agent until now, so that there may be requests and pages
     *     that were never seen
     * @throws IllegalArgumentException if a setting is wrong; the message is one line that names the key and what would be
     *     right. The agent then stays out of the server
     */
    void start(String arguments, boolean late);

    /** Tells of a container found in this JVM, woven or left alone. */
    void containerFound(ContainerReport container);

    /** Shows the agent to operators now, not when the first application appears. Only for a server that has long started. */
    void show();

    /** Ends all threads and takes back all that shows outside. Waits for them, for some seconds at most. */
    void stop();
}
