package org.boardbench.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.boardbench.host.proc.CpuTicks;
import org.boardbench.host.proc.ProcStat;
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
    ProcStat reused = new ProcStat(2, "", 1, 1, false, new CpuTicks(1, 0), 0, 777);

    assertThat(cpu.totalTicks(List.of(process(1, 0, 10, 5), reused))).isEqualTo(16);
  }

  @Test
  void neverGoesDownWhateverEndsWithoutBeingCounted() {
    RandomGenerator random = new SplittableRandom(7);
    long last = 0;
    for (int look = 0; look < 1000; look++) {
      // Own time grows from look to look; who lives, and whose child it is, changes at random.
      long grownTicks = look * 100L;
      List<ProcStat> members =
          random
              .ints(6, 1, 12)
              .distinct()
              .mapToObj(pid -> process(pid, pid / 2, grownTicks + random.nextInt(100), 0))
              .toList();

      long total = cpu.totalTicks(members);

      assertThat(total).isGreaterThanOrEqualTo(last);
      last = total;
    }
  }

  private static ProcStat process(long pid, long parent, long ownTicks, long reapedTicks) {
    return new ProcStat(
        pid, "", parent, 1, false, new CpuTicks(ownTicks, 0), reapedTicks, pid * 10);
  }
}
