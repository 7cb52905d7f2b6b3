package org.boardbench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.cli.Boardbench;
import org.boardbench.fleet.coordinator.AgentAddress;
import org.boardbench.junit.Children;
import org.boardbench.junit.Patience;
import org.boardbench.sut.process.Signals;
import org.boardbench.sut.process.Specimens;

/** {@code boardbench agent} as a program of its own. */
final class AgentProcess {
  final AgentAddress address;
  private final Path output;
  private final Process process;

  /**
   * Starts it, and waits until it listens.
   *
   * @param launcher what its command line begins with
   */
  AgentProcess(Path folder, Path secret, AgentAddress address, List<String> launcher)
      throws Exception {
    this.address = address;
    this.output = Files.createTempFile(folder, "agent", ".txt");
    List<String> words = new ArrayList<>(launcher);
    words.addAll(
        Children.jvm(
            List.of(
                "-Dboardbench.warm-up=off",
                "-Dboardbench.home=" + folder,
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED"),
            Boardbench.class.getName(),
            List.of(
                "agent",
                "--bind",
                address.toString(),
                "--cores",
                "1",
                "--secret-file",
                secret.toString())));
    this.process =
        Children.builder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    Patience.await("the agent listens", () -> said("listening") || hasEnded());
    assertThat(process.isAlive()).as(output()).isTrue();
  }

  private boolean hasEnded() {
    return !process.isAlive();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return e.toString();
    }
  }

  boolean said(String text) {
    return output().contains(text);
  }

  /** Programs that it has started, and that still run. */
  List<String> targets() {
    return Specimens.processesOf(process.pid());
  }

  /** Ends it as a machine does that loses its power. */
  void kill() {
    process.destroyForcibly();
  }

  /** Has it stand still. */
  void freeze() {
    try {
      Signals.send("STOP", process);
    } catch (Exception e) {
      throw new IllegalStateException("the agent cannot be stopped", e);
    }
  }

  void end() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }
}
