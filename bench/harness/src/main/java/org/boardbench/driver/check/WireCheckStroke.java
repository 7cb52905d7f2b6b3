package org.boardbench.driver.check;

import java.util.Arrays;
import org.boardbench.protocol.StampForm;
import org.boardbench.protocol.UserIdentity;

/** A stroke of a check, told from all other frames by the end of its stamp. */
record WireCheckStroke(UserIdentity sender, int number) {
  static final String STAMP_END = ".w.0.0";

  String stamp() {
    return sender.user() + "." + number + STAMP_END;
  }

  boolean isIn(String message) {
    return Arrays.stream(StampForm.values())
        .anyMatch(form -> message.contains(form.opening() + stamp()));
  }
}
