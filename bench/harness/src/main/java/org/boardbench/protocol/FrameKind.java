package org.boardbench.protocol;

/** What a WebSocket data frame says that it carries. */
public enum FrameKind {
  /** Valid UTF-8. */
  TEXT,
  /** Any bytes. */
  BINARY
}
