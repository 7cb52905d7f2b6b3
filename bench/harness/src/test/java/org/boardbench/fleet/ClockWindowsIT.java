package org.boardbench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.boardbench.core.RunClock;
import org.boardbench.fleet.clock.ClockOffset;
import org.boardbench.fleet.clock.ClockProber;
import org.boardbench.fleet.clock.EchoProgram;
import org.boardbench.junit.Children;
import org.boardbench.junit.Patience;
import org.boardbench.junit.TakesLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundred windows of probes, over a network, of a clock that is off by exactly so much. */
@Timeout(600)
class ClockWindowsIT {
  private static final int WINDOWS = 100;
  private static final int PROBES = 64;
  private static final int PORT = 7900;
  private static final long NS_PER_S = 1_000_000_000;

  private NetworkNamespaces network;

  @BeforeEach
  void start() throws Exception {
    try {
      network = NetworkNamespaces.of(1);
    } catch (NetworkNamespaces.UnavailableException e) {
      Assumptions.abort("network namespaces, which root has: " + e.getMessage());
    }
  }

  @AfterEach
  void end() throws Exception {
    if (network != null) {
      network.end();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, 1000})
  @TakesLong
  void theOffsetIsWithinItsBoundInEachOfThem(long aheadS) throws Exception {
    List<String> words = new ArrayList<>(network.launcher(0));
    words.addAll(
        List.of(
            "unshare", "--time", "--monotonic", Long.toString(aheadS), "--fork", "--kill-child"));
    words.addAll(
        Children.jvm(
            List.of(),
            EchoProgram.class.getName(),
            List.of(network.addressOf(0), Integer.toString(PORT))));
    Process echo = Children.builder(words).redirectErrorStream(true).start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(echo.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).startsWith(EchoProgram.LISTENS);
      List<Long> offByNs = new ArrayList<>();
      for (int window = 0; window < WINDOWS; window++) {
        ClockOffset.Estimate estimate = window();
        offByNs.add(Math.abs(estimate.offsetNs() - aheadS * NS_PER_S));
        assertThat(offByNs.getLast())
            .as("window %d, in ns", window)
            .isLessThanOrEqualTo(estimate.errorNs());
      }
      Collections.sort(offByNs);
      System.out.printf(
          "%d s ahead: off by %d ns in the median, %d at p99, %d at most%n",
          aheadS, offByNs.get(WINDOWS / 2), offByNs.get(98 * WINDOWS / 100), offByNs.getLast());
    } finally {
      echo.descendants().forEach(ProcessHandle::destroyForcibly);
      echo.destroyForcibly().waitFor();
    }
  }

  private ClockOffset.Estimate window() throws Exception {
    RunClock clock = System::nanoTime;
    InetSocketAddress to = new InetSocketAddress(network.addressOf(0), PORT);
    try (ClockProber prober = ClockProber.start(to, EchoProgram.key(), clock)) {
      Patience.await("the window's probes", () -> prober.offset().probes() >= PROBES);
      return prober.offset().at(clock.nowNs()).orElseThrow();
    }
  }
}
