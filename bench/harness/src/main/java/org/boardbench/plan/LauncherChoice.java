package org.boardbench.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a target is brought up. */
public enum LauncherChoice {
  /** As processes of this machine. */
  PROCESS,
  /** As containers of a Docker engine on this machine. */
  DOCKER;

  /** The word in plans, options and results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LauncherChoice> ofKey(String key) {
    return Arrays.stream(values()).filter(choice -> choice.key().equals(key)).findFirst();
  }

  static String keys() {
    return Arrays.stream(values()).map(LauncherChoice::key).collect(Collectors.joining(" or "));
  }
}
