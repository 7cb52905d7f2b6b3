package org.boardbench.protocol;

/** How much of a message is still what was published. */
public enum MessageIntegrity {
  /** The body, byte for byte. */
  SAME_TEXT,
  /** The same value in another spelling. */
  SAME_VALUE,
  /** What the server made of it; that it is this message is all that can be told. */
  SAME_STAMP,
  /** Another value, or none that can be read. */
  OTHER
}
