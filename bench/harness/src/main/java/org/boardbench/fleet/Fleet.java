package org.boardbench.fleet;

import java.util.List;
import java.util.Optional;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.TrialDriver;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.protocol.Protocol;
import org.boardbench.store.FleetMember;

/** Who makes a run's load. Used by the thread that runs the trials. */
public interface Fleet extends AutoCloseable {
  /** What a plan asks for that this fleet cannot do; none where it can. */
  List<Problem> objections(ExperimentPlan plan);

  /**
   * Brings all members together, once before a run.
   *
   * @param clock the run's, which is to be everybody's
   * @throws InputException with a line for each who does not come, or does not belong to it
   */
  void join(RunClock clock) throws InputException, InterruptedException;

  /**
   * Finds the machine that has the plan's targets, after all have joined; empty where this one has.
   *
   * @throws InputException when it does not come, or does not belong to the fleet
   */
  Optional<TargetHost> host(ExperimentPlan plan) throws InputException, InterruptedException;

  /**
   * The machines that make the load or have the targets; none where all is this program's. Once a
   * trial is open, what each drives by is what the plan made it choose.
   */
  List<FleetMember> members();

  /** Has every driver get itself going before the first trial. */
  void warmUp(ExperimentPlan plan) throws InterruptedException;

  /**
   * Sees before a trial that all members are there, and asks those again who were lost.
   *
   * @throws FleetException when one is not
   */
  void regain() throws InterruptedException;

  /**
   * Begins a trial.
   *
   * @param plan with the seed of the trial's repetition
   * @param own loops of this program, for a fleet that drives in it
   * @throws FleetException when a member cannot take part
   */
  TrialDriver open(
      ExperimentPlan plan,
      Endpoint endpoint,
      Protocol protocol,
      SocketLoops own,
      DriverListener listener)
      throws InterruptedException;

  /** Lets the members go. */
  @Override
  void close();
}
