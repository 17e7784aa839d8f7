/** The live view: reads the agent's MBeans by name and shows them on one page, without a session of its own. */
package io.lasttab.demo.live;
