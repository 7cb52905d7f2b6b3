/**
 * The figures of the microbenchmarks: a sheet for each group, with as many panels as were measured.
 */
package org.boardbench.report.figure.micro;
