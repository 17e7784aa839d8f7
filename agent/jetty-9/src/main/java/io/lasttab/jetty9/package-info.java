/**
 * Lasttab in Jetty 9.4.28 and later, 10 and 11. Compiled without one servlet type and with only such members of Jetty as are
 * the same in all of them, so that the same classes serve javax and jakarta alike.
 *
 * <p>Each {@code …Hook} is what happens at one woven method, as the catalogue says; they stand in {@link
 * io.lasttab.jetty9.JettyAdapter}'s list in its order.
 */
package io.lasttab.jetty9;
