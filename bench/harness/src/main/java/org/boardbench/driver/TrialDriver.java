package org.boardbench.driver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.LoadDriver.Traffic;
import org.boardbench.plan.model.StageSpec;

/**
 * Puts the load of one trial on a server, from one machine or from several. Used by one thread but
 * for what says otherwise. Users stay connected between stages.
 */
public interface TrialDriver extends AutoCloseable {
  /**
   * Brings the users up to {@code stage.users()}, holds, drains, and gives the account. Returns in
   * bounded time whatever the server does.
   *
   * @param number counts from 1; 0 for the warm-up
   * @throws InterruptedException when interrupted; the driver can only be closed then
   * @throws IllegalStateException when the driver itself has failed, with the cause
   */
  StageResult run(int number, StageSpec stage) throws InterruptedException;

  /**
   * In words, when the last stage's losses say that the server's workers share no broker: then its
   * figures are of a server that was set up wrongly.
   */
  Optional<String> splitServer();

  /**
   * Ends connections of joined users without a close frame, as a network that fails does, and
   * returns when that is done. From any thread, while a stage runs.
   *
   * @param users of the stage
   * @param sharePct of how many of them, in percent
   * @param seed decides of which of them
   * @return how many connections; users who were not joined had none
   * @throws IllegalStateException when a loop has died
   */
  int cut(int users, int sharePct, long seed) throws InterruptedException;

  /** What crossed the users' sockets so far; may be asked from any thread. */
  Traffic traffic();

  /** Error answers that joined users got in the last stage and lived with, by reason. */
  Map<String, Integer> errorAnswers();

  /** What each agent did of the last stage; none where this program drives alone. */
  default List<AgentReport> agents() {
    return List.of();
  }

  /** Closes every connection and ends the loops. */
  @Override
  void close();
}
