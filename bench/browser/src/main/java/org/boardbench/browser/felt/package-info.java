/**
 * What two pages feel of each other on a server: one draws, the other shows, virtual users are
 * beside them on the same board.
 */
package org.boardbench.browser.felt;
