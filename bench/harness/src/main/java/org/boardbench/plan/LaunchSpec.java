package org.boardbench.plan;

import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.ValueReader;

/**
 * How targets are brought up, and what each of their components may use.
 *
 * @param launcher of every target that names none of its own
 */
public record LaunchSpec(LauncherChoice launcher, LimitsSpec limits) {
  /** As processes, with no limit. */
  public static final LaunchSpec PROCESSES =
      new LaunchSpec(LauncherChoice.PROCESS, LimitsSpec.NONE);

  static final Section<LaunchSpec> KEYS = new Section<>();

  static final ValueReader<LauncherChoice> LAUNCHERS =
      ValueReader.oneOf(LauncherChoice.class, LauncherChoice::key);

  private static final PlanKey<LauncherChoice> LAUNCHER =
      KEYS.add(
          LaunchSpec::launcher,
          PlanKey.of("launcher", LAUNCHERS, "How servers are brought up.")
              .usually(LauncherChoice.PROCESS)
              .option("KIND", "--launcher"));

  static LaunchSpec read(PlanValues values) {
    return new LaunchSpec(values.value(LAUNCHER), LimitsSpec.read(values));
  }
}
