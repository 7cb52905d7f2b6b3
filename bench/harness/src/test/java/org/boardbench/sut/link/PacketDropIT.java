package org.boardbench.sut.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.junit.Children;
import org.boardbench.junit.Patience;
import org.boardbench.sut.process.Signals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets that the kernel drops, on a machine where rules for that can be set. */
@Timeout(600)
class PacketDropIT {
  /** In it a packet would come, were it not dropped. */
  private static final int MOMENT_MS = 300;

  private static final long HARNESS = ProcessHandle.current().pid();

  private PacketFilter filter;
  private ServerSocket server;
  private Socket client;
  private Socket served;

  @BeforeEach
  void connect() throws Exception {
    PacketRules.assumeTheyCanBeSet();
    filter = PacketFilter.find();
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    client = new Socket();
    client.connect(LoopbackPorts.address(server.getLocalPort()));
    served = server.accept();
  }

  @AfterEach
  void end() throws IOException {
    if (server != null) {
      client.close();
      served.close();
      server.close();
      assertThat(PacketRules.of(HARNESS)).isEmpty();
    }
  }

  private PacketDrop prepare() throws IOException {
    return filter.prepare(List.of(server.getLocalPort()));
  }

  private void assertNothingComes(Socket socket) throws IOException {
    socket.setSoTimeout(MOMENT_MS);
    assertThatThrownBy(() -> socket.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    socket.setSoTimeout(0);
  }

  @Test
  void nothingPassesAndNobodyIsToldUntilItEndsAndThenAllArrives() throws Exception {
    try (PacketDrop drop = prepare()) {
      drop.begin();
      assertThat(PacketRules.of(HARNESS)).isNotEmpty();
      client.getOutputStream().write('c');
      served.getOutputStream().write('s');
      assertNothingComes(served);
      assertNothingComes(client);
      try (Socket late = new Socket()) {
        assertThatThrownBy(
                () -> late.connect(LoopbackPorts.address(server.getLocalPort()), MOMENT_MS))
            .as("no refusal")
            .isInstanceOf(SocketTimeoutException.class);
      }

      drop.end();
      assertThat(PacketRules.of(HARNESS)).isEmpty();
    }

    assertThat(served.getInputStream().read()).isEqualTo('c');
    assertThat(client.getInputStream().read()).isEqualTo('s');
  }

  @Test
  void whoIsAtAnotherPortNoticesNothing() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        PacketDrop drop = filter.prepare(List.of(other.getLocalPort()))) {
      drop.begin();
      client.getOutputStream().write('c');

      assertThat(served.getInputStream().read()).isEqualTo('c');
    }
  }

  @Test
  void severalMayLastAtATime() throws Exception {
    try (PacketDrop one = prepare();
        PacketDrop other = prepare()) {
      one.begin();
      other.begin();
      one.end();
      client.getOutputStream().write('c');
      assertNothingComes(served);
      other.end();
    }

    assertThat(served.getInputStream().read()).isEqualTo('c');
  }

  @Test
  void itsCloseTakesTheRulesBackToo() throws Exception {
    PacketDrop drop = prepare();
    drop.begin();
    Thread.currentThread().interrupt();

    drop.close();

    assertThat(Thread.interrupted()).as("is remembered").isTrue();
    assertThat(PacketRules.of(HARNESS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"KILL, drop", "KILL, prepare", "TERM, drop", "INT, drop", "HUP, drop"})
  void howeverTheHarnessEndsItsRulesGoWithIt(String signal, String how) throws Exception {
    Process harness =
        Children.builder(
                Signals.asInATerminal(
                    Children.jvm(
                        List.of(),
                        PacketSpecimen.class.getName(),
                        List.of(Integer.toString(server.getLocalPort()), how))))
            .redirectError(new File("/dev/null"))
            .start();
    assertThat(harness.inputReader().readLine()).isEqualTo("ready");
    List<ProcessHandle> guards = harness.descendants().toList();
    assertThat(guards).isNotEmpty();
    assertThat(PacketRules.areGone(harness.pid())).isEqualTo(how.equals("prepare"));

    Signals.send(signal, harness);
    harness.waitFor();

    Patience.await("the rules are gone", () -> PacketRules.areGone(harness.pid()));
    Patience.await("so is the guard", () -> guards.stream().noneMatch(ProcessHandle::isAlive));
  }
}
