/**
 * What is between a server and those that it talks to, as something that can be made to fail: a
 * relay that passes bytes on late, and rules by which the kernel drops packets.
 */
package org.boardbench.sut.link;
