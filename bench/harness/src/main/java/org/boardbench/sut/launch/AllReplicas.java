package org.boardbench.sut.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.sampling.Component;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.process.LaunchException;

/** The replicas of a server as one part: what is done to it is done to each. */
record AllReplicas(List<TargetPart> replicas) implements TargetPart {
  AllReplicas {
    replicas = List.copyOf(replicas);
  }

  @Override
  public List<ProcStat> processes() {
    return replicas.stream().flatMap(replica -> replica.processes().stream()).toList();
  }

  @Override
  public void endIsPlanned() {
    replicas.forEach(TargetPart::endIsPlanned);
  }

  @Override
  public List<Long> terminate() {
    return replicas.stream().flatMap(replica -> replica.terminate().stream()).toList();
  }

  @Override
  public void end() {
    replicas.forEach(TargetPart::end);
  }

  @Override
  public List<Component> startAgain() throws IOException, LaunchException, InterruptedException {
    List<Component> started = new ArrayList<>();
    for (TargetPart replica : replicas) {
      started.addAll(replica.startAgain());
    }
    return started;
  }

  @Override
  public void lowerLimits(LimitsSpec limits) throws IOException {
    for (TargetPart replica : replicas) {
      replica.lowerLimits(limits);
    }
  }

  @Override
  public void restoreLimits() throws IOException {
    for (TargetPart replica : replicas) {
      replica.restoreLimits();
    }
  }
}
