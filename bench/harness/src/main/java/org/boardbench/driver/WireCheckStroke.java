package org.boardbench.driver;

import org.boardbench.protocol.UserIdentity;

/** A stroke of a check, told from all other frames by the end of its stamp. */
record WireCheckStroke(UserIdentity sender, int number) {
  static final String STAMP_END = ".w.0.0\"";

  String stamp() {
    return sender.user() + "." + number + ".w.0.0";
  }

  boolean isIn(String frame) {
    return frame.contains("\"" + stamp() + "\"");
  }
}
