/** Adds up what exit logs say, in memory that does not grow with them. */
package io.lasttab.report.figures;
