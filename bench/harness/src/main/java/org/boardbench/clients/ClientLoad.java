package org.boardbench.clients;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.ClientRecord;

/**
 * What a client is asked for.
 *
 * @param rate messages of a user each second
 * @param payload bytes of a message
 * @param drain how long it waits at most for what has not come back
 */
record ClientLoad(
    int users, int boards, double rate, int payload, Duration ramp, Duration hold, Duration drain) {
  static ClientLoad of(ExperimentPlan plan, StageSpec stage) {
    return new ClientLoad(
        stage.users(),
        plan.workload().boards(),
        plan.workload().ratePerUser(),
        plan.workload().payloadBytes(),
        stage.ramp(),
        stage.hold(),
        plan.deadlines().drain());
  }

  /** From the first connection to the last message that is waited for. */
  Duration planned() {
    return ramp.plus(hold).plus(drain);
  }

  /** As rows of results have it. */
  ClientRecord.Load record() {
    double holdS = hold.toNanos() / 1e9;
    return new ClientRecord.Load(
        users, boards, rate, payload, holdS, Math.round(users * rate * holdS));
  }

  /**
   * What stands for the placeholders of a client's command; times are whole milliseconds.
   *
   * @param output the folder for what the client finds
   */
  Map<String, String> values(URI url, Path output) {
    return Map.of(
        "url", url.toString(),
        "users", Integer.toString(users),
        "boards", Integer.toString(boards),
        "rate", BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString(),
        "payload", Integer.toString(payload),
        "ramp", Long.toString(ramp.toMillis()),
        "hold", Long.toString(hold.toMillis()),
        "drain", Long.toString(drain.toMillis()),
        "output", output.toAbsolutePath().toString());
  }
}
