/** A diary on Apache Wicket, which knows nothing of Lasttab. */
package diary;
