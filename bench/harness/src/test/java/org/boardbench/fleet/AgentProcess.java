package org.boardbench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.boardbench.fleet.coordinator.AgentAddress;
import org.boardbench.junit.Children;
import org.boardbench.junit.Patience;
import org.boardbench.sut.process.Signals;

/** {@code boardbench agent} as a program of its own. */
final class AgentProcess {
  private static final Random PORTS = new Random();

  final AgentAddress address;
  private final Path output;
  private final Process process;

  /**
   * Starts it, and waits until it listens.
   *
   * @param launcher what its command line begins with
   */
  AgentProcess(Path folder, Path secret, List<String> launcher) throws Exception {
    this.address = new AgentAddress("127.0.0.1", freePort());
    this.output = Files.createTempFile(folder, "agent", ".txt");
    List<String> words = new ArrayList<>(launcher);
    words.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.boardbench.cli.Boardbench",
            "agent",
            "--bind",
            address.toString(),
            "--cores",
            "1",
            "--secret-file",
            secret.toString()));
    this.process =
        Children.builder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    Patience.await("the agent listens: " + output(), () -> said("listening") || hasEnded());
    assertThat(process.isAlive()).as(output()).isTrue();
  }

  private boolean hasEnded() {
    return !process.isAlive();
  }

  private static int freePort() {
    int port = 20_000 + PORTS.nextInt(12_000);
    return isFree(port) ? port : freePort();
  }

  /** With its neighbour; those that the system hands out by itself are above. */
  private static boolean isFree(int port) {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket one = new ServerSocket(port, 1, here);
        ServerSocket other = new ServerSocket(port + 100, 1, here);
        DatagramSocket udp = new DatagramSocket(new InetSocketAddress(here, port))) {
      return one.isBound() && other.isBound() && udp.isBound();
    } catch (IOException taken) {
      return false;
    }
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

  /** Ends it as a machine does that loses its power. */
  void kill() {
    process.destroyForcibly();
  }

  void signal(String name) throws Exception {
    Signals.send(name, process);
  }

  void end() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }
}
