/**
 * What the agent costs, measured by hand: {@link io.lasttab.benchmark.Benchmark}. Only ratios within one run mean anything;
 * the servers take turns, and the surest figure is the server's own CPU time for each request.
 */
package io.lasttab.benchmark;
