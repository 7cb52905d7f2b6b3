package org.boardbench.trial;

import java.util.List;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.store.origin.DriverRecord;

/** The socket loops that a plan asks for. */
public final class DriverLoops {
  private DriverLoops() {}

  /**
   * Finds out what this machine has.
   *
   * @throws InputException when the plan insists on what it has not
   */
  public static SocketLoops chosen(ExperimentPlan plan) throws InputException {
    LoopChoice choice = plan.driver().loop();
    SocketLoops loops = SocketLoops.of(choice);
    if (choice != LoopChoice.AUTO && !loops.kind().key().equals(choice.key())) {
      throw new InputException(
          List.of(
              new Problem(
                  "driver.loop",
                  "must be auto or %s on this machine, was %s: %s"
                      .formatted(
                          loops.kind().key(), choice.key(), loops.fallback().orElseThrow()))));
    }
    return loops;
  }

  /** What results say of them. */
  public static DriverRecord record(SocketLoops loops) {
    return new DriverRecord(loops.kind().key(), loops.fallback());
  }
}
