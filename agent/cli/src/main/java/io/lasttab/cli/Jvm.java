package io.lasttab.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Another JVM on this machine, reached by the JDK's attach mechanism: a socket in the file system that only the JVM's own
 * user, and root, can use.
 */
final class Jvm implements AutoCloseable {

    /** Set by the agent, to its version, while it is in a JVM. */
    private static final String PRESENT = "io.lasttab.agent";

    /** Set by the agent to what it has to say on the last attach or detach. */
    private static final String ANSWER = "io.lasttab.answer";

    private final String pid;
    private final VirtualMachine machine;

    private Jvm(String pid, VirtualMachine machine) {
        this.pid = pid;
        this.machine = machine;
    }

    /** The pids of the JVMs that can be seen by this user and allow to be attached to, this one left out. */
    static List<String> pids() {
        String own = Long.toString(ProcessHandle.current().pid());
        List<String> pids = new ArrayList<>();
        for (VirtualMachineDescriptor found : VirtualMachine.list()) {
            if (!found.id().equals(own)) {
                pids.add(found.id());
            }
        }
        pids.sort((one, other) -> Long.compare(Long.parseLong(one), Long.parseLong(other)));
        return pids;
    }

    /** Attaches to a JVM, without a change to it. */
    static Jvm of(String pid) throws Refusal {
        ProcessCheck.requireJvm(pid, Jvm::isListed);
        try {
            return new Jvm(pid, VirtualMachine.attach(pid));
        } catch (AttachNotSupportedException refused) {
            throw new Refusal("process " + pid + " cannot be attached to: " + reason(refused)
                    + "; was it started with -XX:+DisableAttachMechanism? Then only -javaagent at its start is left");
        } catch (IOException failed) {
            throw new Refusal("process " + pid + " cannot be attached to: " + reason(failed));
        }
    }

    private static boolean isListed(String pid) {
        return VirtualMachine.list().stream().anyMatch(listed -> listed.id().equals(pid));
    }

    String pid() {
        return pid;
    }

    /** Its system properties, as they are now. */
    Properties properties() throws Refusal {
        try {
            return machine.getSystemProperties();
        } catch (IOException gone) {
            throw lost(gone);
        }
    }

    /** The version of the agent in it; null if there is none. */
    String agentVersion() throws Refusal {
        return properties().getProperty(PRESENT);
    }

    /** What the agent has answered last; null if it never did. */
    String answer() throws Refusal {
        return properties().getProperty(ANSWER);
    }

    /** What it was started as: the main class or jar, without its arguments, which may hold secrets. */
    String program() throws Refusal {
        String command = properties().getProperty("sun.java.command", "?");
        int end = command.indexOf(' ');
        return end < 0 ? command : command.substring(0, end);
    }

    /**
     * Calls the agent in the JVM, loaded from this jar unless it is there already.
     *
     * @param arguments for its {@code agentmain}
     */
    void callAgent(File jar, String arguments) throws Refusal {
        try {
            machine.loadAgent(jar.getAbsolutePath(), arguments);
        } catch (AgentLoadException refused) {
            String reason = reason(refused);
            if (reason.equals("0")) {
                return; // what a JVM of Java 8 answers when all went well; newer ones say so in other words
            }
            throw new Refusal(
                    reason.contains("EnableDynamicAgentLoading") || reason.contains("ynamic agent loading")
                            ? "process " + pid + " lets no agent in while it runs: start it with"
                                    + " -XX:+EnableDynamicAgentLoading, or with -javaagent"
                            : "process " + pid + " cannot load " + jar.getAbsolutePath() + ": " + reason
                                    + "; its user must be able to read the file");
        } catch (AgentInitializationException failed) {
            throw new Refusal("the agent has failed in process " + pid + ", see its standard error: " + reason(failed));
        } catch (IOException gone) {
            throw lost(gone);
        }
    }

    /** Has the JVM start the JDK's own connector for JMX clients of the same user, if it has not yet; its address. */
    String managementAddress() throws Refusal {
        try {
            return machine.startLocalManagementAgent();
        } catch (IOException failed) {
            throw new Refusal("process " + pid + " does not start its local JMX connector: " + reason(failed));
        }
    }

    private Refusal lost(IOException gone) {
        return new Refusal("process " + pid + " does not answer any more: " + reason(gone));
    }

    private static String reason(Exception fault) {
        String message = fault.getMessage();
        return message == null ? fault.toString() : message.replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        try {
            machine.detach();
        } catch (IOException gone) {
            return; // nothing is left to close
        }
    }
}
