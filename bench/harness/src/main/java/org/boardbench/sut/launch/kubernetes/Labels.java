package org.boardbench.sut.launch.kubernetes;

import java.util.Map;

/** What the objects that this harness makes in a cluster carry, so that they are found again. */
final class Labels {
  static final String MANAGER = "app.kubernetes.io/managed-by";

  /** The value of {@link #MANAGER}. */
  static final String HARNESS = "boardbench";

  /** The id of the run that made it. */
  static final String RUN = "boardbench.org/run";

  static final String COMPONENT = "app.kubernetes.io/component";

  /** An annotation: the {@code TrialMarker} of the harness, which no label may hold. */
  static final String MARKER = "boardbench.org/harness";

  private Labels() {}

  static Map<String, String> of(String run) {
    return Map.of(MANAGER, HARNESS, RUN, run);
  }
}
