/** Going through a board's members, while they stay and while some come and go. */
package org.boardbench.micro.fanout.membership;
