/** The commands {@code board}, {@code felt} and {@code felt-check}. */
package org.boardbench.browser.cli;
