/**
 * A pen on a board: strokes and pauses, the points of a stroke, and the messages that bring them.
 */
package org.boardbench.scenario.pen;
