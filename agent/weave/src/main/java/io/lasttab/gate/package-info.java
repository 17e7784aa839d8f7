/**
 * What stands at the door of every JVM that has the agent on its command line, and sleeps there: next to nothing happens
 * until a class of a known container is loaded. JDK types only, and of those none that would wake JMX, logging or NIO. The
 * command line comes in here too ({@link io.lasttab.gate.Main}), in a JVM of its own.
 */
package io.lasttab.gate;
