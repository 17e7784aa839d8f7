/**
 * Lasttab in Tomcat 8.5.9, 9.0.1, 10.1, 11 and their later versions. Compiled against Catalina and Coyote only, without one
 * servlet type, so that the same classes serve javax and jakarta alike.
 *
 * <p>The catalogue ({@code META-INF/lasttab/containers}) says where each {@code …Hook} is called and with what; the hooks
 * stand in {@link io.lasttab.tomcat.TomcatAdapter}'s list in its order.
 */
package io.lasttab.tomcat;
