/**
 * A stored run as the series that it would have shown live, sent to a VictoriaMetrics at the run's
 * own time. {@link org.boardbench.view.metrics.export.RunExport} reads what {@code store} has
 * written, trial by trial, and fills the same pages as {@code live} does.
 */
package org.boardbench.view.metrics.export;
