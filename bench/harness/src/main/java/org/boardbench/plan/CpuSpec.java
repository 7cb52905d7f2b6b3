package org.boardbench.plan;

import java.util.Optional;
import org.boardbench.core.CpuList;
import org.boardbench.plan.reading.Machine;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.ValueReader;

/**
 * The CPUs that the parts of a run are pinned to, as lists that Linux's {@code taskset} takes;
 * empty = wherever the kernel puts them.
 *
 * @param driver for every thread of this JVM
 * @param target for the server under test, and for its companions where these have none of their
 *     own
 * @param companions for what the server needs beside it, such as Redis
 */
public record CpuSpec(
    Optional<String> driver, Optional<String> target, Optional<String> companions) {
  /** Nothing is pinned. */
  public static final CpuSpec ANYWHERE =
      new CpuSpec(Optional.empty(), Optional.empty(), Optional.empty());

  static final Section<CpuSpec> KEYS = new Section<>();

  static final PlanKey<String> DRIVER =
      KEYS.addOptional(
          CpuSpec::driver,
          cpus("driver", "CPUs that the load generator is pinned to.")
              .option("LIST", "--cpus-driver"));

  static final PlanKey<String> TARGET =
      KEYS.addOptional(
          CpuSpec::target,
          cpus("target", "CPUs that the server under test and its companions are pinned to.")
              .option("LIST", "--cpus-target"));

  static final PlanKey<String> COMPANIONS =
      KEYS.addOptional(
          CpuSpec::companions,
          cpus("companions", "CPUs of the companions alone, e.g. of Redis.")
              .usuallyAs("those of the target")
              .option("LIST", "--cpus-companions"));

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
