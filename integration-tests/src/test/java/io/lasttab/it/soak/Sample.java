package io.lasttab.it.soak;

/**
 * What was seen of the server at one moment.
 *
 * @param seconds since the load began
 * @param heapBytes what a full collection has left
 * @param residentBytes memory of the process
 * @param threads of the server's JVM that live
 * @param workers those of them that belong to a pool with a limit: the container's for requests, Lasttab's for ends of
 *     sessions. Under a steady load such a pool keeps as many as were ever busy at once
 * @param classes that are loaded
 * @param unloadedClasses so far
 * @param loaders of web applications that were not collected
 * @param sessions that Lasttab knows
 * @param requests answered so far, as the clients count them
 * @param failed of these, and actions of operators that failed
 * @param falseExpiries as Lasttab counts them
 * @param faults inside of Lasttab: of hooks, ends that were not carried out, lines of the exit log that were lost
 */
record Sample(
        double seconds,
        long heapBytes,
        long residentBytes,
        int threads,
        int workers,
        int classes,
        long unloadedClasses,
        int loaders,
        int sessions,
        long requests,
        long failed,
        long falseExpiries,
        long faults) {}
