/** JSON objects without an envelope. */
package org.boardbench.protocol.raw;
