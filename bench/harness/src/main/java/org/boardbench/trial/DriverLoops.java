package org.boardbench.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.plan.model.Variant;
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
    return chosen(plan.driver(), DriverSpec.LOOP.path(), "");
  }

  /**
   * The same for each driver that the plan has: its own, and those of variants.
   *
   * @throws InputException likewise
   */
  static Map<DriverSpec, SocketLoops> ofEachDriver(ExperimentPlan plan) throws InputException {
    Map<DriverSpec, SocketLoops> loops = new LinkedHashMap<>();
    loops.put(plan.driver(), chosen(plan));
    for (Variant variant : plan.variants()) {
      DriverSpec driver = variant.driver(plan.driver());
      if (!loops.containsKey(driver)) {
        loops.put(driver, chosen(driver, Variant.LOOP.path(), "of " + variant.name() + " "));
      }
    }
    return loops;
  }

  private static SocketLoops chosen(DriverSpec driver, String key, String whose)
      throws InputException {
    return insisted(driver, key, whose, SocketLoops.of(driver.loop())).gathering(driver.gather());
  }

  /** {@code loops}, unless the driver insists on others. */
  static SocketLoops insisted(DriverSpec driver, String key, String whose, SocketLoops loops)
      throws InputException {
    LoopChoice choice = driver.loop();
    if (choice != LoopChoice.AUTO && !loops.kind().key().equals(choice.key())) {
      throw new InputException(
          List.of(
              new Problem(
                  key,
                  "%smust be auto or %s on this machine, was %s: %s"
                      .formatted(
                          whose,
                          loops.kind().key(),
                          choice.key(),
                          loops.fallback().orElseThrow()))));
    }
    return loops;
  }

  /** What results say of them. */
  public static DriverRecord record(SocketLoops loops) {
    return new DriverRecord(loops.kind().key(), loops.fallback());
  }
}
