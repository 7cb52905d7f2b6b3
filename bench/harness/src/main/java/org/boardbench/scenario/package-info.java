/** Who is on which board, and which boards a driver has. */
package org.boardbench.scenario;
