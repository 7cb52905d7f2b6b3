package org.boardbench.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Variables as results may have them: those may be published, so no value that looks secret. */
final class RedactedVariables {
  static final String HIDDEN = "(not stored)";

  private static final Pattern SECRET =
      Pattern.compile("(?i).*(token|secret|passw|passphrase|credential|auth|key|session|cookie).*");

  /** What stands before the place in an address. */
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+@");

  private RedactedVariables() {}

  /** By name. */
  static Map<String, String> of(Map<String, String> variables) {
    Map<String, String> stored = new TreeMap<>();
    variables.forEach((name, value) ->
        stored.put(
            name,
            SECRET.matcher(name).matches()
                ? HIDDEN
                : USER_INFO.matcher(value).replaceAll(HIDDEN + "@")));
    return stored;
  }
}
