/** Lines, figures and bars as a terminal shows them. */
package org.boardbench.view.terminal.text;
