package org.boardbench.trial;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.boardbench.core.Endpoint;
import org.boardbench.core.EpochClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.host.sampling.Component;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.StoreException;
import org.boardbench.results.row.TrialKey;
import org.boardbench.store.StageRow;
import org.boardbench.sut.launch.RunningTarget;

/**
 * Somebody with clients of its own on the server of each trial, beside the virtual users. These are
 * on boards that the driver does not know, so that its account stays exact: what they cost the
 * server is the server's work, and what they get nobody owes to a virtual user.
 */
@FunctionalInterface
public interface Onlooker {
  /** Is not there. */
  Onlooker NONE = scene -> Watch.NOTHING;

  /**
   * A target is ready and keeps the wire contract; nobody is on it so far. Whatever hinders the
   * onlooker is its own affair: the trial goes on.
   *
   * @throws StoreException when its results cannot be written, which fails the trial
   */
  Watch watch(Scene scene) throws StoreException, InterruptedException;

  /**
   * What there is to see.
   *
   * @param run the run's folder
   * @param folder the trial's
   * @param notes gets sentences for whoever watches the run
   */
  record Scene(
      TrialKey trial,
      RunningTarget target,
      ExperimentPlan plan,
      Path run,
      Path folder,
      EpochClock clock,
      SocketLoops loops,
      Consumer<String> notes) {
    /** Where its users connect. */
    public Endpoint endpoint() {
      return target.endpoint();
    }
  }

  /**
   * One trial under its eyes, until it is closed. Called on the thread that runs the trial, which
   * waits for it.
   */
  interface Watch extends AutoCloseable {
    /** Sees nothing. */
    Watch NOTHING = new Watch() {};

    /** Its own programs on this machine, whose use is measured apart; empty where it has none. */
    default Optional<Component> component() {
      return Optional.empty();
    }

    /**
     * How many samples of each second of the server's CPU time it takes itself, which are in all
     * figures; empty where it leaves the server alone.
     */
    default OptionalDouble samplesPerS() {
      return OptionalDouble.empty();
    }

    /**
     * The hold of a measured stage begins. Returns at once: messages are due.
     *
     * @param startNs run clock
     */
    default void holdStarted(StageSpec stage, long startNs) {}

    /** The hold has ended and the drain begins. Returns at once. */
    default void holdEnded() {}

    /**
     * The stage is stored.
     *
     * @param cpuPct what {@link #component} used in the hold, in percent of one core
     * @throws StoreException when what was seen cannot be written, which fails the trial
     */
    default void stageEnded(StageRow row, OptionalDouble cpuPct)
        throws StoreException, InterruptedException {}

    /** Leaves nothing behind, in bounded time. */
    @Override
    default void close() {}
  }
}
