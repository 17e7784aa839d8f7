/** A clock on Vaadin, which knows nothing of Lasttab. */
package clock;
