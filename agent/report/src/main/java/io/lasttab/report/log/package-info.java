/** Reads exit logs, whose format {@code docs/exit-log.md} tells. */
package io.lasttab.report.log;
