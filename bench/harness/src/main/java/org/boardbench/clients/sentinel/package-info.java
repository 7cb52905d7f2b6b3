/** Passive users, one on each board, who know what a server really delivered and when. */
package org.boardbench.clients.sentinel;
