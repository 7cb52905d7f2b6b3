package org.boardbench.findings.starts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Attempts at a target in a repetition: a run that goes on tries again what did not end well. */
public final class Attempts {
  private Attempts() {}

  /**
   * Those that count: the last one at each, unless it was interrupted before it had anything to
   * say, and an earlier one had.
   *
   * @param attempts in the order in which they ended
   * @param place equal for those at one target in one repetition
   * @param saysNothing whether an attempt was interrupted, and has no row
   */
  public static <T> List<T> counted(
      List<T> attempts, Function<T, Object> place, Predicate<T> saysNothing) {
    Map<Object, T> counted = new LinkedHashMap<>();
    for (T attempt : attempts) {
      Object at = place.apply(attempt);
      if (!saysNothing.test(attempt) || !counted.containsKey(at)) {
        counted.put(at, attempt);
      }
    }
    return List.copyOf(counted.values());
  }
}
