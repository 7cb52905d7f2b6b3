/** Writing the message for each member against writing it once for all. */
package org.boardbench.micro.fanout.encoding;
