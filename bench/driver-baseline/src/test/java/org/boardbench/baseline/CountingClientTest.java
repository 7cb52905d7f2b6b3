package org.boardbench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.reference.Counts;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The clients' counts against the server's own. */
@Timeout(600)
class CountingClientTest {
  private static final int USERS = 10;
  private static final int BOARDS = 2;
  private static final int MESSAGES = 200;
  private static final List<String> WORK =
      List.of(Integer.toString(USERS), Integer.toString(BOARDS), "20", "300");

  @TempDir static Path folder;
  private static Path epollClient;

  @BeforeAll
  static void compile() throws Exception {
    boolean isLinux = System.getProperty("os.name").equals("Linux");
    assumeTrue(isLinux, "the C client is for Linux");
    boolean hasCompiler =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "cc")));
    assumeTrue(hasCompiler, "there is no C compiler");
    epollClient = CCompiler.compile(Path.of(""), folder);
  }

  @Test
  void theCClientLosesNothingOfAFaultlessServer() throws Exception {
    assertFaultless(List.of(epollClient.toString()), "0", List.of());
  }

  @Test
  void theCClientTakesTheKernelsTimesToo() throws Exception {
    assertFaultless(List.of(epollClient.toString()), "0", List.of("kernel-times"));
  }

  @Test
  void theDriverWithoutAccountLosesNothingOfAFaultlessServer() throws Exception {
    assertFaultless(
        JavaProgram.command(List.of(), "org.boardbench.baseline.bare.BareProgram"), "1", List.of());
  }

  @Test
  void theCClientCountsExactlyWhatTheServerLeftOut() throws Exception {
    FaultScript script = FaultScript.every(7, Fault.DROP).and(5, Fault.PING);
    try (ReferenceServer server = ReferenceServer.start(script)) {
      Figures figures = run(List.of(epollClient.toString()), "0", List.of(), server);

      Counts counts = server.counts();
      assertThat(figures.lost()).isEqualTo(counts.done(Fault.DROP)).isPositive();
    }
  }

  private static void assertFaultless(List<String> program, String warmUpS, List<String> options)
      throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none())) {
      Figures figures = run(program, warmUpS, options, server);

      assertThat(figures.lost()).isZero();
      assertThat(figures.deliveriesPerS()).isPositive();
      assertThat(figures.cpuPct()).isPositive();
      assertThat(figures.kernelCpuPct().orElse(0)).isBetween(0.0, figures.cpuPct());
      assertThat(figures.rttP50Ms().getAsDouble()).isPositive();
      assertThat(server.counts().deliveries())
          .isGreaterThanOrEqualTo((long) MESSAGES * USERS / BOARDS);
    }
  }

  private static Figures run(
      List<String> program, String warmUpS, List<String> options, ReferenceServer server)
      throws Exception {
    List<String> command = new ArrayList<>(program);
    command.addAll(WORK);
    command.addAll(List.of(warmUpS, "1", Integer.toString(server.port())));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // As PinnedProcess has it: a JVM says so when it finds options in its environment.
    builder.environment().clear();
    builder.environment().putAll(HostEnvironment.of(Path.of("")).variables());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return CountingClient.figures(output, new PinnedProcess.Usage(Duration.ZERO, 0));
  }
}
