/** Draws the report: one page of HTML that needs nothing but itself. */
package io.lasttab.report.page;
