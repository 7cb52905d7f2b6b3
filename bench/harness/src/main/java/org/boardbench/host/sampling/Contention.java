package org.boardbench.host.sampling;

import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.results.row.Bottleneck;

/**
 * What the server had of the machine in a hold, and what took the rest. Empty = not measured.
 *
 * @param coresAvailable cores that it could have had: those of the machine less what the driver and
 *     foreign work took, and no more than its limit and the CPUs that it is pinned to
 * @param busiestThreadPct its busiest thread's share of a core
 * @param runDelayPct how long its threads were ready to run without a core, added up over all, in
 *     percent of the hold: 100 = one thread waited at any moment
 * @param foreignCpuPct CPU of all that is neither driver, target nor companion, in percent of one
 *     core; {@code foreignSharePct} of all cores together
 * @param bottleneck what was used up; says something only when the server did not keep up
 */
public record Contention(
    OptionalDouble coresAvailable,
    OptionalDouble busiestThreadPct,
    OptionalDouble runDelayPct,
    OptionalDouble foreignCpuPct,
    OptionalDouble foreignSharePct,
    Optional<Bottleneck> bottleneck) {
  /** Nothing of it is measured. */
  public static final Contention UNKNOWN =
      new Contention(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty());

  /**
   * What was used up when the server did not keep up: in the hold or, where it refused users and
   * the hold shows nothing, in the ramp, where they came and went.
   *
   * @param ramp of the same stage
   */
  public Optional<Bottleneck> bottleneckAfter(Contention ramp) {
    boolean isFound = bottleneck.filter(found -> found != Bottleneck.NONE).isPresent();
    return isFound ? bottleneck : ramp.bottleneck().or(() -> bottleneck);
  }

  static Contention of(Exhaustion exhaustion) {
    OptionalDouble foreign = exhaustion.hold().foreignCpuPct();
    return new Contention(
        exhaustion.coresAvailable(),
        exhaustion.server().busiestPct(),
        exhaustion.server().waitPct(),
        foreign,
        foreign.isPresent()
            ? OptionalDouble.of(foreign.getAsDouble() / exhaustion.hold().cores())
            : OptionalDouble.empty(),
        exhaustion.bottleneck());
  }
}
