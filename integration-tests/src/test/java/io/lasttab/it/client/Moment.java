package io.lasttab.it.client;

/** A moment that is known to lie between two times of the clock, in milliseconds. */
public record Moment(long earliest, long latest) {}
