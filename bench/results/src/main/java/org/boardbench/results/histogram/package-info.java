/** A trial's histograms, second by second, as its folder holds them. */
package org.boardbench.results.histogram;
