package org.boardbench.plan.model;

import java.util.Optional;
import org.boardbench.core.CpuList;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.Machine;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;

/**
 * The CPUs that the parts of a run are pinned to, as lists that Linux's {@code taskset} takes;
 * empty = wherever the kernel puts them.
 */
public record CpuSpec(SectionValues values) {
  /** Nothing is pinned. */
  public static final CpuSpec ANYWHERE = new CpuSpec(SectionValues.NONE);

  public static final Section<CpuSpec> KEYS = new Section<>(CpuSpec::values);

  public static final PlanKey<String> DRIVER =
      KEYS.add(
          cpus("driver", "CPUs that the load generator is pinned to.")
              .option("LIST", "--cpus-driver"));

  public static final PlanKey<String> TARGET =
      KEYS.add(
          cpus("target", "CPUs that the server under test and its companions are pinned to.")
              .option("LIST", "--cpus-target"));

  public static final PlanKey<String> COMPANIONS =
      KEYS.add(
          cpus("companions", "CPUs of the companions alone, e.g. of Redis.")
              .usuallyAs("those of the target")
              .option("LIST", "--cpus-companions"));

  public CpuSpec(Optional<String> driver, Optional<String> target, Optional<String> companions) {
    this(values(driver, target, companions));
  }

  private static SectionValues values(
      Optional<String> driver, Optional<String> target, Optional<String> companions) {
    SectionValues onTarget =
        target.map(list -> SectionValues.NONE.with(TARGET, list)).orElse(SectionValues.NONE);
    SectionValues onBoth = driver.map(list -> onTarget.with(DRIVER, list)).orElse(onTarget);
    return companions.map(list -> onBoth.with(COMPANIONS, list)).orElse(onBoth);
  }

  /** For every thread of this JVM. */
  public Optional<String> driver() {
    return values.given(DRIVER);
  }

  /** For the server under test, and for its companions where these have none of their own. */
  public Optional<String> target() {
    return values.given(TARGET);
  }

  /** For what the server needs beside it, such as Redis. */
  public Optional<String> companions() {
    return values.given(COMPANIONS);
  }

  private static PlanKey<String> cpus(String name, String doc) {
    return PlanKey.<String>onMachine(
            "cpus." + name,
            CpuSpec::reader,
            "a list of CPUs like \"0,2-3\", in quotes; Linux only",
            list -> list,
            doc)
        .usuallyAs("not pinned");
  }

  /** A list of CPUs, each of which this process may use. */
  private static ValueReader<String> reader(Machine machine) {
    return machine
        .cpus()
        .map(allowed ->
            ValueReader.writtenLike(
                "0,2-3",
                "a list of CPUs out of " + CpuList.format(allowed),
                text -> text,
                text -> CpuList.parse(text).filter(allowed::containsAll).isPresent()))
        .orElseGet(() -> ValueReader.refusing("needs Linux, which alone can pin"));
  }
}
