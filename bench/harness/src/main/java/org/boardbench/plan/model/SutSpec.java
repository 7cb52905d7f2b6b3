package org.boardbench.plan.model;

import java.util.Locale;
import java.util.Optional;
import org.boardbench.input.ValueReader;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;

/** The machine on which targets are started, where that is another one than the run's. */
public record SutSpec(SectionValues values) {
  /** The map that has its keys. */
  public static final String SECTION = "sut";

  public static final Section<SutSpec> KEYS = new Section<>(SutSpec::values);

  public static final PlanKey<String> HOST =
      KEYS.add(
          PlanKey.of(
                  SECTION + ".host",
                  ValueReader.matching("[^\\s:\\[\\],]+:\\d{1,5}", "HOST:PORT of an agent"),
                  "The agent on whose machine every target is started and sampled, at whose address"
                      + " it listens; the agent drives users only if --agents lists it too.")
              .usuallyAs("none: this machine"));

  public static final PlanKey<Starter> LAUNCHER =
      KEYS.add(
          PlanKey.of(
                  SECTION + ".launcher",
                  ValueReader.oneOf(Starter.class, Starter::key),
                  "Who starts targets there: the agent, as processes of its machine.")
              .usually(Starter.AGENT));

  /** Who starts targets on another machine. */
  public enum Starter {
    /** {@code boardbench agent}. */
    AGENT;

    /** The word in plans and results. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Empty where a plan has no such map, or one without a machine. */
  static Optional<SutSpec> read(PlanValues plan) {
    Optional<YamlMap> map = plan.section(SECTION);
    if (map.isEmpty()) {
      return Optional.empty();
    }
    SutSpec read = new SutSpec(KEYS.read(plan));
    return map.get().required(HOST.name()).isPresent() && read.values.given(HOST).isPresent()
        ? Optional.of(read)
        : Optional.empty();
  }

  /** Host and port of the agent. */
  public String host() {
    return values.of(HOST);
  }
}
