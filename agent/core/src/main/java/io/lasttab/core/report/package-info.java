/** Tells operators what happened, off the threads on which it happened. */
package io.lasttab.core.report;
