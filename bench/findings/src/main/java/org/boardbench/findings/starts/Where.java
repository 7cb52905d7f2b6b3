package org.boardbench.findings.starts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows that somebody looks at.
 *
 * @param key where a file says so, for who reads of a problem with it
 * @param variant by its name in the plan
 * @param users the loads of its stages; none for all that the run has
 */
public record Where(String key, String variant, List<Integer> users) {
  public Where {
    users = List.copyOf(users);
  }

  public Where of(String other) {
    return new Where(key, other, users);
  }

  /**
   * The same of the variant that stands in its place.
   *
   * @param names a variant → the one in its place; all others stay
   */
  public Where renamed(Map<String, String> names) {
    return of(names.getOrDefault(variant, variant));
  }

  /** {@code reference at 100, 300 users}. */
  public String words() {
    return variant + (users.isEmpty() ? "" : " at " + numbers() + " users");
  }

  private String numbers() {
    return users.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
