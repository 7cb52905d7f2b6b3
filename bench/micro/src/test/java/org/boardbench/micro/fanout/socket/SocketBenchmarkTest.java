package org.boardbench.micro.fanout.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.boardbench.micro.fanout.ParamValues;
import org.boardbench.micro.fanout.RunningThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(600)
class SocketBenchmarkTest {
  static Set<String> writings() {
    return FrameWriters.names();
  }

  @Test
  void theParametersAreTheWritingsThatThereAre() throws Exception {
    assertThat(ParamValues.of(SocketBenchmark.class, "writing"))
        .containsExactlyInAnyOrderElementsOf(FrameWriters.names());
  }

  @ParameterizedTest
  @MethodSource("writings")
  void itRunsAndLeavesNoThread(String writing) throws Exception {
    run(writing);

    assertThat(RunningThreads.left(PeerReader.THREAD)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("writings")
  @EnabledOnOs(OS.LINUX)
  void itRunsAndLeavesNoSocket(String writing) throws Exception {
    run(writing); // The JDK keeps a socket of its own from the first close on.
    long before = openSockets();

    run(writing);

    assertThat(openSockets()).isEqualTo(before);
  }

  private static void run(String writing) throws IOException {
    SocketBenchmark benchmark = new SocketBenchmark();
    benchmark.writing = writing;
    benchmark.members = 10;
    benchmark.payloadBytes = 300;
    benchmark.open();
    for (int iteration = 0; iteration < 3; iteration++) {
      for (int operation = 0; operation < 101; operation++) {
        benchmark.publish();
      }
      benchmark.settle();
    }
    benchmark.close();
  }

  private static long openSockets() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.filter(SocketBenchmarkTest::isSocket).count();
    }
  }

  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException e) {
      // The folder's own file, gone by now.
      return false;
    }
  }
}
