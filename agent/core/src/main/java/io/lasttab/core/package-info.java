/** What Lasttab knows and decides: plain Java without a container, a class loader or a byte code library. */
package io.lasttab.core;
