package org.boardbench.protocol;

import java.util.Locale;

/** What a WebSocket data frame says that it carries. */
public enum FrameKind {
  /** Valid UTF-8. */
  TEXT,
  /** Any bytes. */
  BINARY;

  /** As plans write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
