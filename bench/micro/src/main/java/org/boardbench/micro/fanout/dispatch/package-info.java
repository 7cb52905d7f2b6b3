/** On which thread, and how guarded, a board's message gets to its members' sessions. */
package org.boardbench.micro.fanout.dispatch;
