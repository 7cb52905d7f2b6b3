package org.boardbench.scenario.behaviour;

/** From the least to the greatest value of a key, both allowed. */
public record KeyBounds<T>(T least, T most) {}
