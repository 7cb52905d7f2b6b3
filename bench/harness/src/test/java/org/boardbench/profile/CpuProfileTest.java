package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boardbench.results.row.ProfileCategory;
import org.junit.jupiter.api.Test;

class CpuProfileTest {
  private static final double MS = 1e6;

  private final FrameRules rules =
      FrameRules.parse(
          """
          thread jit C2
          frame kernel-network net.write
          frame kernel-network (kernel)
          frame kernel-network tcp
          frame wake-ups epoll
          frame receive-path (loop)
          frame application app.
          """);

  private static ThreadUse thread(String name, double userMs, double kernelMs) {
    return new ThreadUse(name, userMs * MS, kernelMs * MS);
  }

  private static Stack stack(double ms, String... frames) {
    return new Stack("worker-1", List.of(frames), ms * MS);
  }

  @Test
  void samplesShareOutWhatTheKernelHasCounted() {
    Samples samples =
        new Samples(List.of(stack(10, "app.a"), stack(30, "app.a", "net.write")), true);

    CpuProfile profile =
        CpuProfile.of(
            List.of(thread("worker-1", 40, 40), thread("C2 1", 20, 0)),
            samples,
            Samples.NONE,
            rules);

    assertThat(profile.ns(ProfileCategory.APPLICATION)).isEqualTo(20 * MS, within(1.0));
    assertThat(profile.ns(ProfileCategory.KERNEL_NETWORK)).isEqualTo(60 * MS, within(1.0));
    assertThat(profile.ns(ProfileCategory.JIT)).isEqualTo(20 * MS, within(1.0));
    assertThat(profile.totalNs()).isEqualTo(100 * MS, within(1.0));
    assertThat(profile.samples(ProfileCategory.APPLICATION)).isEqualTo(1);
  }

  @Test
  void whatNobodySampledIsNotAttributed() {
    CpuProfile profile =
        CpuProfile.of(List.of(thread("worker-1", 40, 2)), Samples.NONE, Samples.NONE, rules);

    assertThat(profile.ns(ProfileCategory.UNATTRIBUTED)).isEqualTo(42 * MS, within(1.0));
  }

  @Test
  void aThreadOfAKnownKindCountsOnceThoughItWasSampledToo() {
    Samples samples =
        new Samples(
            List.of(stack(10, "app.a"), new Stack("C2 1", List.of("app.b"), 90 * MS)), true);

    CpuProfile profile =
        CpuProfile.of(
            List.of(thread("worker-1", 10, 0), thread("C2 1", 5, 0)), samples, Samples.NONE, rules);

    assertThat(profile.ns(ProfileCategory.APPLICATION)).isEqualTo(10 * MS, within(1.0));
    assertThat(profile.ns(ProfileCategory.JIT)).isEqualTo(5 * MS, within(1.0));
  }

  @Test
  void byTheWallTheKernelIsCountedAndTheRestOfTheProgramIsItsLoop() {
    Samples samples =
        new Samples(List.of(stack(10, "app.a"), stack(30, "app.a", "net.write")), false);

    CpuProfile profile =
        CpuProfile.of(List.of(thread("(main)", 25, 35)), samples, Samples.NONE, rules);

    assertThat(profile.ns(ProfileCategory.APPLICATION)).isEqualTo(10 * MS, within(1.0));
    assertThat(profile.ns(ProfileCategory.KERNEL_NETWORK)).isEqualTo(35 * MS, within(1.0));
    assertThat(profile.ns(ProfileCategory.RECEIVE_PATH)).isEqualTo(15 * MS, within(1.0));
  }

  @Test
  void whoLooksIntoTheKernelSharesOutItsTime() {
    Samples samples = new Samples(List.of(stack(25, "app.a")), false);
    Samples inKernel =
        new Samples(List.of(stack(2, "syscall", "tcp"), stack(6, "syscall", "epoll")), true);

    CpuProfile profile = CpuProfile.of(List.of(thread("(main)", 25, 40)), samples, inKernel, rules);

    assertThat(profile.ns(ProfileCategory.KERNEL_NETWORK)).isEqualTo(10 * MS, within(1.0));
    assertThat(profile.ns(ProfileCategory.WAKE_UPS)).isEqualTo(30 * MS, within(1.0));
    assertThat(profile.totalNs()).isEqualTo(65 * MS, within(1.0));
  }

  @Test
  void byTheWallSamplesOfAThreadThatWaitedForACoreStandForLess() {
    Samples samples = new Samples(List.of(stack(100, "app.a")), false);

    CpuProfile profile =
        CpuProfile.of(List.of(thread("(main)", 25, 0)), samples, Samples.NONE, rules);

    assertThat(profile.ns(ProfileCategory.APPLICATION)).isEqualTo(25 * MS, within(1.0));
    assertThat(profile.totalNs()).isEqualTo(25 * MS, within(1.0));
  }

  @Test
  void equalStacksAreOneLineThatAddsThemUp() {
    Samples samples =
        new Samples(List.of(stack(2, "app.a", "b;c"), stack(3, "app.a", "b;c")), true);

    CpuProfile profile =
        CpuProfile.of(List.of(thread("worker-1", 5, 0)), samples, Samples.NONE, rules);

    assertThat(profile.folded()).containsExactly("application;worker-#;app.a;b_c 5000");
  }

  @Test
  void companionsAreOneCategory() {
    CpuProfile profile =
        CpuProfile.sum(
            List.of(
                CpuProfile.of(List.of(thread("(ended)", 3, 0)), Samples.NONE, Samples.NONE, rules),
                CpuProfile.ofCompanion("redis", List.of(thread("(main)", 4, 6)))));

    assertThat(profile.ns(ProfileCategory.COMPANIONS)).isEqualTo(10 * MS, within(1.0));
    assertThat(profile.ns(ProfileCategory.OTHER_THREADS)).isEqualTo(3 * MS, within(1.0));
  }
}
