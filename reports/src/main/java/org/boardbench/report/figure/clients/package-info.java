/** Figures of a run of several clients. */
package org.boardbench.report.figure.clients;
