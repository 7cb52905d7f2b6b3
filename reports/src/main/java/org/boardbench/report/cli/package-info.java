/** The command line of reports. */
package org.boardbench.report.cli;
