/** Writing a board's frames to its members' connections, with few or many system calls. */
package org.boardbench.micro.fanout.socket;
