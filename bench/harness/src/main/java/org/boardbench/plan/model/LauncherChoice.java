package org.boardbench.plan.model;

import java.util.Locale;

/** How a target is brought up. */
public enum LauncherChoice {
  /** As processes of this machine. */
  PROCESS,
  /** As containers of a Docker engine on this machine. */
  DOCKER,
  /** As pods of a Kubernetes cluster. */
  KUBERNETES;

  /** The word in plans, options and results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
