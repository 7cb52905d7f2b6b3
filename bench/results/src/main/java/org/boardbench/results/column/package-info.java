/** The tables, and the one declaration of each of their columns. */
package org.boardbench.results.column;
