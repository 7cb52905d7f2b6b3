package org.boardbench.plan.model;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.input.Sizes;
import org.boardbench.input.ValueReader;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;

/**
 * What each component of a target, the server and every companion for itself, may use at most;
 * empty = whatever there is.
 */
public record LimitsSpec(SectionValues values) {
  /** No limit at all. */
  public static final LimitsSpec NONE = new LimitsSpec(SectionValues.NONE);

  public static final Section<LimitsSpec> KEYS = new Section<>(LimitsSpec::values);

  public static final String SECTION = "limits";

  /** The kernel's shortest share is 1 ms of its period of 100 ms. */
  private static final double LEAST_CPUS = 0.01;

  /** Below, no server of any stack comes up. */
  private static final long LEAST_MEMORY_BYTES = 16L << 20;

  /** Where the machine does not tell how much it has. */
  private static final long MOST_MEMORY_BYTES = 1L << 40;

  private static final PlanKey<Double> CPUS =
      KEYS.add(
          cpus(SECTION, "Cores' worth of CPU time for each server and each companion.")
              .usuallyAs("no limit")
              .option("N", "--limit-cpus"));

  private static final PlanKey<Long> MEMORY =
      KEYS.add(
          memory(SECTION, "Memory for each server and each companion; who needs more is killed.")
              .usuallyAs("no limit")
              .option("SIZE", "--limit-memory"));

  /** A limit of CPU time, wherever a plan has one. */
  static PlanKey<Double> cpus(String section, String doc) {
    return PlanKey.onMachine(
        section + ".cpus",
        machine -> ValueReader.number(LEAST_CPUS, machine.cores()),
        "a number from 0.01 to the machine's cores; Linux only",
        cpus -> cpus,
        doc);
  }

  /** A limit of memory, wherever a plan has one. */
  static PlanKey<Long> memory(String section, String doc) {
    return PlanKey.onMachine(
        section + ".memory",
        machine ->
            ValueReader.size(LEAST_MEMORY_BYTES, machine.memoryBytes().orElse(MOST_MEMORY_BYTES)),
        "an amount like 512m or 2g, from 16m to the machine's memory; Linux only",
        Sizes::format,
        doc);
  }

  public LimitsSpec(OptionalDouble cpus, OptionalLong memoryBytes) {
    this(values(cpus, memoryBytes));
  }

  private static SectionValues values(OptionalDouble cpus, OptionalLong memoryBytes) {
    SectionValues values = SectionValues.NONE;
    if (cpus.isPresent()) {
      values = values.with(CPUS, cpus.getAsDouble());
    }
    return memoryBytes.isPresent() ? values.with(MEMORY, memoryBytes.getAsLong()) : values;
  }

  public static LimitsSpec read(PlanValues values) {
    return new LimitsSpec(KEYS.read(values));
  }

  /** The same from a map anywhere. */
  public static LimitsSpec read(PlanValues values, YamlMap map) {
    return new LimitsSpec(KEYS.read(values, map));
  }

  /**
   * Cores' worth of CPU time, e.g. 1.5; the kernel holds a component back that has had its share of
   * a period.
   */
  public OptionalDouble cpus() {
    return values.given(CPUS).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  /**
   * Memory, page cache and kernel buffers included, without swap; the kernel kills a component that
   * needs more.
   */
  public OptionalLong memoryBytes() {
    return values.given(MEMORY).map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  /** Each of these limits where there is one, else the other. */
  public LimitsSpec over(LimitsSpec other) {
    return new LimitsSpec(other.values.with(values));
  }
}
