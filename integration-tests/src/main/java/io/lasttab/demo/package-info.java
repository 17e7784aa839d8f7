/**
 * The demo behind {@code mvn -Pdemo}: an embedded Tomcat with a small shop that knows nothing of Lasttab, and beside it a
 * live view of the server's sessions. Nothing here uses a class of the agent; the view reads its MBeans by name.
 */
package io.lasttab.demo;
