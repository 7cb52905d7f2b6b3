/**
 * How a run is shown to Prometheus and what understands it: the metrics' names, their labels and
 * their text. {@code live} fills a page from a sweep under way, {@code export} from a stored one,
 * so that both are the same series.
 */
package org.boardbench.view.metrics;
