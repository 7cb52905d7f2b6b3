/**
 * What the starts that were measured say of all starts. A start is a trial taken as one draw: its
 * processes were fresh, and it has one value of a figure. Whatever happened within it, thousands of
 * messages or one, it counts once.
 *
 * <p>Nothing here reads or writes, and all of it is immutable. NaN is what was not measured and is
 * left out. A relative difference is a fraction: 0.05 is 5 %.
 *
 * <p>How often a 95 % interval holds the truth, found by simulation (the tests have the numbers):
 * of a ratio of two variants 94 to 98 of 100, from three starts on, be the starts normal, with
 * heavy tails, or of two kinds, every fifth 1.5 times slower. Of one variant it is the same, but
 * for starts of two kinds 93 to 95: a kind that no start showed cannot widen an interval. Of three
 * starts half miss a kind that every fifth is of, and if each kind is sharp, their interval is
 * narrow and wrong. No formula mends that. So figures show every start as a point, and a ratio is
 * judged beside what the machine makes of nothing, {@link
 * org.boardbench.report.statistics.inference.NoiseFloor}.
 */
package org.boardbench.report.statistics.inference;
