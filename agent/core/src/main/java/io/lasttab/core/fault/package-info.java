/** Faults of the agent itself that are none of a hook's. */
package io.lasttab.core.fault;
