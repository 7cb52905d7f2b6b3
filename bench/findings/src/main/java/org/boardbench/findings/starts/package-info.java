/**
 * The valid rows of a run's starts, and one number of each start: what estimates are made of. Rows
 * that were judged invalid are counted and never looked into.
 */
package org.boardbench.findings.starts;
