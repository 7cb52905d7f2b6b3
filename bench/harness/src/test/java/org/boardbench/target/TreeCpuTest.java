package org.boardbench.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TreeCpuTest {
  private final TreeCpu cpu = new TreeCpu();

  @Test
  void addsUpTheLiveProcesses() {
    assertThat(cpu.totalTicks(List.of(process(1, 0, 10, 0), process(2, 1, 5, 2)))).isEqualTo(17);
  }

  @Test
  void countsAnEndedChildOnceWhenItsParentWaitedForIt() {
    cpu.totalTicks(List.of(process(1, 0, 10, 0), process(2, 1, 5, 0)));

    // The child used one more tick before it ended.
    assertThat(cpu.totalTicks(List.of(process(1, 0, 10, 6)))).isEqualTo(16);
    assertThat(cpu.totalTicks(List.of(process(1, 0, 12, 6)))).isEqualTo(18);
  }

  @Test
  void keepsTheTimeOfAChildThatNobodyWaitedFor() {
    cpu.totalTicks(List.of(process(1, 0, 10, 0), process(2, 1, 5, 0)));

    assertThat(cpu.totalTicks(List.of(process(1, 0, 11, 0)))).isEqualTo(16);
  }

  @Test
  void keepsTheTimeOfAnOrphanWhoseParentEndedBefore() {
    cpu.totalTicks(List.of(process(1, 0, 10, 0), process(2, 1, 3, 0), process(3, 2, 50, 0)));
    assertThat(cpu.totalTicks(List.of(process(1, 0, 10, 3), process(3, 99, 60, 0)))).isEqualTo(73);

    assertThat(cpu.totalTicks(List.of(process(1, 0, 10, 3)))).isEqualTo(73);
  }

  @Test
  void countsAGrandchildOnceThatEndedTogetherWithItsParent() {
    cpu.totalTicks(List.of(process(1, 0, 10, 0), process(2, 1, 3, 0), process(3, 2, 50, 0)));

    assertThat(cpu.totalTicks(List.of(process(1, 0, 10, 53)))).isEqualTo(63);
  }

  @Test
  void keepsEverythingWhenTheWholeTreeIsGone() {
    cpu.totalTicks(List.of(process(1, 0, 10, 4), process(2, 1, 5, 0)));

    assertThat(cpu.totalTicks(List.of())).isEqualTo(19);
  }

  @Test
  void tellsANewProcessFromAnOldOneUnderTheSamePid() {
    cpu.totalTicks(List.of(process(1, 0, 10, 0), process(2, 1, 5, 0)));
    ProcStat reused = new ProcStat(2, 1, 1, false, 1, 0, 777);

    assertThat(cpu.totalTicks(List.of(process(1, 0, 10, 5), reused))).isEqualTo(16);
  }

  @Test
  void neverGoesDownWhateverEndsWithoutBeingCounted() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    long last = 0;
    for (int look = 0; look < 1000; look++) {
      List<ProcStat> members =
          random
              .ints(6, 1, 12)
              .distinct()
              .mapToObj(pid -> process(pid, pid / 2, random.nextInt(100), 0))
              .toList();
      // Own time must grow for a process that stays, so each look is taken from fresh processes.
      long total = new Growing(members).applyTo(cpu, look);
      assertThat(total).isGreaterThanOrEqualTo(last);
      last = total;
    }
  }

  /** The same pids with times that only grow from look to look. */
  private record Growing(List<ProcStat> members) {
    long applyTo(TreeCpu cpu, int look) {
      return cpu.totalTicks(
          members.stream()
              .map(m ->
                  new ProcStat(
                      m.pid(), m.parent(), 1, false, look * 100L + m.ownTicks(), look, m.pid()))
              .toList());
    }
  }

  private static ProcStat process(long pid, long parent, long ownTicks, long reapedTicks) {
    return new ProcStat(pid, parent, 1, false, ownTicks, reapedTicks, pid * 10);
  }
}
