/**
 * {@code java -jar lasttab-agent.jar report}: makes a page of charts out of exit logs. It runs in a JVM of its own and needs
 * nothing of a server.
 */
package io.lasttab.report;
