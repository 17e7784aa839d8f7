/**
 * Lasttab in Tomcat 8.5.9, 9.0.1, 10.1, 11 and their later versions. Compiled against Catalina and Coyote only, without one
 * servlet type, so that the same classes serve javax and jakarta alike.
 *
 * <p>{@code …Advice} is woven into a Tomcat method and hands over to the {@code …Hook} of the same name, which stands in
 * {@link io.lasttab.tomcat.TomcatAdapter}'s list in the order of the catalogue.
 */
package io.lasttab.tomcat;
