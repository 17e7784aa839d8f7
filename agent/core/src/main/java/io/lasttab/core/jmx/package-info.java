/** What operators see and turn by JMX. MXBeans: any client shows them without classes of ours. */
package io.lasttab.core.jmx;
