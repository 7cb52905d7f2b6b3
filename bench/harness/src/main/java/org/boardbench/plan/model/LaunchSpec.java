package org.boardbench.plan.model;

import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;

/** How targets are brought up, and what each of their components may use. */
public record LaunchSpec(SectionValues values, LimitsSpec limits) {
  public static final Section<LaunchSpec> KEYS = new Section<>(LaunchSpec::values);

  public static final ValueReader<LauncherChoice> LAUNCHERS =
      ValueReader.oneOf(LauncherChoice.class, LauncherChoice::key);

  private static final PlanKey<LauncherChoice> LAUNCHER =
      KEYS.add(
          PlanKey.of("launcher", LAUNCHERS, "How servers are brought up.")
              .usually(LauncherChoice.PROCESS)
              .option("KIND", "--launcher"));

  /** As processes, with no limit. */
  public static final LaunchSpec PROCESSES =
      new LaunchSpec(LauncherChoice.PROCESS, LimitsSpec.NONE);

  public LaunchSpec(LauncherChoice launcher, LimitsSpec limits) {
    this(KEYS.usual().with(LAUNCHER, launcher), limits);
  }

  public static LaunchSpec read(PlanValues values) {
    return new LaunchSpec(KEYS.read(values), LimitsSpec.read(values));
  }

  /** Of every target that names none of its own. */
  public LauncherChoice launcher() {
    return values.of(LAUNCHER);
  }
}
