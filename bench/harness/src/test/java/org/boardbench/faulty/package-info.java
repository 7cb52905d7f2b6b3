/** A server of the raw contract that does wrong what a script tells it to, and counts it. */
package org.boardbench.faulty;
