package org.boardbench.calibrate;

import java.time.Duration;

/** What a case costs beside its holds, for the time left. */
final class CaseCosts {
  /** A server starts, connections open and close, the server stops. */
  private static final Duration SERVER = Duration.ofMillis(700);

  /** Connections open, the last deliveries arrive, connections close. */
  private static final Duration STAGE = Duration.ofMillis(400);

  private CaseCosts() {}

  static Duration withServer(Duration planned) {
    return planned.plus(SERVER);
  }

  static Duration withStages(int stages, Duration each) {
    return each.plus(STAGE).multipliedBy(stages);
  }
}
