/** What Linux says of processes in {@code /proc}. */
package org.boardbench.host.proc;
