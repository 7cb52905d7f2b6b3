package org.boardbench.profile;

import java.util.List;

/**
 * Where a thread was seen.
 *
 * @param thread as its runtime calls it
 * @param frames from the outermost to the innermost; none where the profiler could not see them
 * @param ns for which the sample stands
 */
record Stack(String thread, List<String> frames, double ns) {
  Stack {
    frames = List.copyOf(frames);
  }
}
