package org.boardbench.host.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenConnectionsTest {
  private static final String HEAD =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n";

  @TempDir Path proc;

  private void list(String name, String... lines) throws IOException {
    Path file = proc.resolve("net").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, HEAD + String.join("\n", lines) + "\n");
  }

  /** Ports 8080 (1F90) and 8081 (1F91). */
  private OpenConnections connections() {
    return new OpenConnections(proc, List.of(8081, 8080));
  }

  @Test
  void whatIsEstablishedAtAPortCountsAndNothingElse() throws IOException {
    list(
        "tcp",
        "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0",
        "   1: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000     0",
        "  10: 0100007F:1F90 0100007F:C002 01 00000000:00000000 00:00000000 00000000     0",
        " 100: 0100007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     0",
        "1000: 0100007F:1F91 0100007F:C003 06 00000000:00000000 00:00000000 00000000     0");

    assertThat(connections().count()).contains(List.of(0, 2));
  }

  @Test
  void aServerThatListensForIpv6TooIsInTheOtherList() throws IOException {
    list(
        "tcp", "   0: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000     0");
    list(
        "tcp6",
        "   0: 0000000000000000FFFF00000100007F:1F91 0000000000000000FFFF00000100007F:C002 01 0:0");

    assertThat(connections().count()).contains(List.of(1, 1));
  }

  @Test
  void whereTheKernelDoesNotTellNothingIsKnown() {
    assertThat(connections().count()).isEmpty();
    assertThat(new OpenConnections(proc, List.of()).count()).isEmpty();
  }

  @Test
  void aConnectionOfThisMachineIsSeen() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      assertThat(client.isConnected() && accepted.isConnected()).isTrue();
      assertThat(new OpenConnections(ProcFs.SYSTEM.root(), List.of(server.getLocalPort())).count())
          .contains(List.of(1));
    }
  }
}
