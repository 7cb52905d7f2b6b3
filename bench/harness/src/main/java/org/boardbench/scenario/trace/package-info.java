/** What was recorded of one user: its messages, and how a file says them. */
package org.boardbench.scenario.trace;
