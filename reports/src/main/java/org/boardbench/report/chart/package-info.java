/**
 * Figures for print: panels with axes drawn by XChart, put together on a page. The unit is 1/300
 * inch, so that a unit is a pixel of the PNG and XChart's roundings to whole units stay invisible.
 */
package org.boardbench.report.chart;
