/** What is shown of a run while it goes on and at its end: in a terminal, and to Prometheus. */
package org.boardbench.view;
