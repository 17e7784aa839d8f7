/**
 * Lasttab in Jetty 12.0, 12.1 and their later versions, whatever the environment (ee8 to ee11) of an application. Compiled
 * against Jetty's core server and core sessions only, without one servlet type.
 *
 * <p>{@code …Advice} is woven into a Jetty method and hands over to the {@code …Hook} of the same name, which stands in
 * {@link io.lasttab.jetty12.JettyAdapter}'s list in the order of the catalogue. The environments' classes sit in class
 * loaders below Jetty's core, and any of them may be absent: each is a part of its own in the catalogue.
 */
package io.lasttab.jetty12;
