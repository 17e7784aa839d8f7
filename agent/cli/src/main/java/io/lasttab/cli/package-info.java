/**
 * The command line, {@code java -jar lasttab-agent.jar}: looks for servers, attaches the agent to one that runs, and shows what
 * it does there. Runs in a JVM of its own, on Java 11 or newer, whatever the server runs on.
 */
package io.lasttab.cli;
