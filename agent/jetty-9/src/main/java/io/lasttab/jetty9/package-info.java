/**
 * Lasttab in Jetty 9.4.28 and later, 10 and 11. Compiled without one servlet type and with only such members of Jetty as are
 * the same in all of them, so that the same classes serve javax and jakarta alike.
 *
 * <p>{@code …Advice} is woven into a Jetty method and hands over to the {@code …Hook} of the same name, which stands in
 * {@link io.lasttab.jetty9.JettyAdapter}'s list in the order of the catalogue.
 */
package io.lasttab.jetty9;
