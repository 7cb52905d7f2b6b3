package org.boardbench.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A target asked for.
 *
 * @param name by which results call it: its folder's name, or {@code folder@launcher} where the
 *     plan brings this one up in its own way, so that the same server can be compared with itself
 * @param parameters replace its manifest's defaults
 */
public record TargetSpec(String name, Map<String, String> parameters) {
  /** Stands between folder and launcher. */
  static final char AT = '@';

  public TargetSpec {
    parameters = Map.copyOf(parameters);
  }

  /** The folder in {@code targets/}. */
  public String folder() {
    return folder(name);
  }

  /** Its own way of being brought up; empty when it is the plan's. */
  public Optional<LauncherChoice> launcher() {
    return launcher(name);
  }

  static Optional<LauncherChoice> launcher(String name) {
    String word = name.substring(name.indexOf(AT) + 1);
    return Arrays.stream(LauncherChoice.values())
        .filter(choice -> name.indexOf(AT) >= 0 && choice.key().equals(word))
        .findFirst();
  }

  static String folder(String name) {
    int at = name.indexOf(AT);
    return at < 0 ? name : name.substring(0, at);
  }
}
