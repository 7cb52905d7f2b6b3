package org.boardbench.plan;

/**
 * How targets are brought up, and what each of their components may use.
 *
 * @param launcher of every target that names none of its own
 */
public record LaunchSpec(LauncherChoice launcher, LimitsSpec limits) {
  /** As processes, with no limit. */
  public static final LaunchSpec PROCESSES =
      new LaunchSpec(LauncherChoice.PROCESS, LimitsSpec.NONE);
}
