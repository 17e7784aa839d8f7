/**
 * Lasttab in Jetty 12.0, 12.1 and their later versions, whatever the environment (ee8 to ee11) of an application. Compiled
 * against Jetty's core server and core sessions only, without one servlet type.
 *
 * <p>Each {@code …Hook} is what happens at one woven method, as the catalogue says; they stand in {@link
 * io.lasttab.jetty12.JettyAdapter}'s list in its order. The environments' classes sit in class
 * loaders below Jetty's core, and any of them may be absent: each is a part of its own in the catalogue.
 */
package io.lasttab.jetty12;
