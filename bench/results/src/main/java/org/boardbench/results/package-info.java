/**
 * What result files say, declared once: the columns of every table with name, unit, type and
 * meaning, the rows that they are taken from, the reasons why a row is invalid, and how all of it
 * is written and read. Who measures fills the rows; who reports reads them here.
 */
package org.boardbench.results;
