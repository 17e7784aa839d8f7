/** How fast words are taken, and how late and how busy the reaper is, with up to a million sessions and no server. */
package io.lasttab.benchmark.ledger;
