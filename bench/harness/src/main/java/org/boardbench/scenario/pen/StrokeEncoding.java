package org.boardbench.scenario.pen;

import java.util.Locale;

/** Which points a message of a stroke has. */
public enum StrokeEncoding {
  /** Those since the message before. */
  DELTA {
    @Override
    int points(int before, int since) {
      return since;
    }
  },
  /** All points so far, as a board does that sends every changed element whole. */
  WHOLE_STROKE {
    @Override
    int points(int before, int since) {
      return before + since;
    }
  };

  /**
   * How many points a message has.
   *
   * @param before points of the stroke that earlier messages brought
   * @param since points since then
   */
  abstract int points(int before, int since);

  /** Its name in plans. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
