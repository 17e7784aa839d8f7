/**
 * The few classes that every class loader sees: what woven code calls, and the doors through which weave, core and the
 * container adapters meet. JDK types only.
 */
package io.lasttab.bridge;
