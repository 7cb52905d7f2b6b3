package org.boardbench.sut.launch;

import java.io.IOException;
import java.util.List;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.sampling.Component;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.process.LaunchException;

/**
 * The server, one of its replicas or a companion, as something that can be made to fail on purpose
 * and be started again. Thread-safe.
 */
public interface TargetPart {
  /** All its processes that live, the first one first; none where they cannot be seen. */
  List<ProcStat> processes();

  /** From now on its end is no failure of the target, until it has been started again. */
  void endIsPlanned();

  /**
   * SIGTERM to its first process alone, of replicas to that of each, as a container engine sends
   * it: who has started others is to tell them. {@link #end} sends it to nobody again.
   *
   * @return those that got it, which the kernel has when this returns
   */
  List<Long> terminate();

  /**
   * SIGTERM to all of it unless it has been sent, then SIGKILL once the target's deadline for that
   * has passed. Returns when all of it is gone, also when interrupted.
   */
  void end();

  /**
   * Starts it again after its {@link #end}, as it was: the same command on the same port, with the
   * same log. Returns when it is ready.
   *
   * @return what is to be sampled from now on
   * @throws LaunchException when it does not become ready, with the target's last lines; what was
   *     started of it is ended with the target
   * @throws IOException when it cannot be started at all
   */
  List<Component> startAgain() throws IOException, LaunchException, InterruptedException;

  /**
   * Changes what it may use at most, until {@link #restoreLimits}.
   *
   * @param limits those that it does not have stay as they are
   * @throws IOException when the kernel refuses one, or it has no control group of this harness's
   */
  void lowerLimits(LimitsSpec limits) throws IOException;

  /** It may use again what it might when it was started. */
  void restoreLimits() throws IOException;
}
