/**
 * Whether anything grows, fails or is ended wrongly when a server is used for a long time: {@link io.lasttab.it.soak.SoakIT},
 * with {@code -Psoak}.
 */
package io.lasttab.it.soak;
