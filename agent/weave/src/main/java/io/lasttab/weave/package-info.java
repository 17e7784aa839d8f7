/**
 * Puts the hooks into container classes: byte code, class loaders, the check that a container fits, and the containment of
 * faults. Knows containers only from the catalogue, and nothing of sessions.
 */
package io.lasttab.weave;
