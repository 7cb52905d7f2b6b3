package org.boardbench.plan.model;

import java.util.Locale;

/** What the driver says of compressing messages when it opens a connection. */
public enum CompressionChoice {
  /** Nothing: no message is compressed. */
  OFF,
  /** It offers permessage-deflate (RFC 7692); the server decides. */
  OFFERED;

  /** The word in plans and options. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
