package org.boardbench.plan.model;

import java.util.Optional;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;

/**
 * How targets are brought up, and what each of their components may use.
 *
 * @param sut present where they are started on another machine
 */
public record LaunchSpec(SectionValues values, LimitsSpec limits, Optional<SutSpec> sut) {
  public static final Section<LaunchSpec> KEYS = new Section<>(LaunchSpec::values);

  public static final ValueReader<LauncherChoice> LAUNCHERS =
      ValueReader.oneOf(LauncherChoice.class, LauncherChoice::key);

  private static final PlanKey<LauncherChoice> LAUNCHER =
      KEYS.add(
          PlanKey.of("launcher", LAUNCHERS, "How servers are brought up.")
              .usually(LauncherChoice.PROCESS)
              .option("KIND", "--launcher"));

  public static final PlanKey<String> REGISTRY =
      KEYS.addOptional(
          spec -> spec.values().given(LaunchSpec.REGISTRY),
          PlanKey.of(
                  "registry",
                  ValueReader.matching(
                      "[a-z0-9]([a-z0-9._:/-]{0,198}[a-z0-9])?",
                      "a registry and perhaps a path in it, e.g. registry.example.org/team"),
                  "Where a cluster finds the images of servers, as <registry>/boardbench/<target>;"
                      + " without it its nodes must have them.")
              .usuallyAs("none")
              .option("PLACE", "--registry"));

  /** As processes, with no limit. */
  public static final LaunchSpec PROCESSES =
      new LaunchSpec(LauncherChoice.PROCESS, LimitsSpec.NONE);

  public LaunchSpec(LauncherChoice launcher, LimitsSpec limits) {
    this(KEYS.usual().with(LAUNCHER, launcher), limits, Optional.empty());
  }

  public static LaunchSpec read(PlanValues values) {
    return new LaunchSpec(KEYS.read(values), LimitsSpec.read(values), SutSpec.read(values));
  }

  /** Stands before the names of images in a cluster. */
  public Optional<String> registry() {
    return values.given(REGISTRY);
  }

  /** Of every target that names none of its own. */
  public LauncherChoice launcher() {
    return values.of(LAUNCHER);
  }
}
