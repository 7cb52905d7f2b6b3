package org.boardbench.sut.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.proc.ProcStat;

/**
 * Processes that an earlier harness left behind because it was killed with no time to end them.
 * Where there is no {@code /proc}, none are found.
 */
public final class Leftovers {
  private Leftovers() {}

  /**
   * Ends every process whose marker or control group names a harness that certainly lives no more,
   * and removes such groups. Those of a harness in another pid namespace stay.
   *
   * @return the pids of those with such a marker
   */
  public static List<Long> end() {
    ProcFs procFs = ProcFs.SYSTEM;
    List<Long> ended = new ArrayList<>();
    for (ProcStat process : procFs.processes().values()) {
      Optional<TrialMarker> marker =
          procFs.variable(process.pid(), TrialMarker.VARIABLE).flatMap(TrialMarker::parse);
      if (marker.isPresent() && marker.get().isOfDeadHarness(process.pid())) {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        ended.add(process.pid());
      }
    }
    OwnGroups.find().ifPresent(groups -> groups.removeLeft(TrialMarker::isOfDeadHarness));
    return ended;
  }
}
