package org.boardbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.junit.Patience;
import org.boardbench.view.web.RawClient;
import org.boardbench.view.web.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchCommandTest extends CommandLineScene {
  private static final String REFERENCE = Path.of("../../results/reference").toString();

  private int watch(String port) {
    return execute(null, null, root -> Set.of(), "watch", REFERENCE, "--port", port);
  }

  @Test
  void servesThePageOfAStoredRunUntilItIsInterrupted() throws Exception {
    int port = new LoopbackPorts().next();
    CompletableFuture<Integer> status = new CompletableFuture<>();
    Thread command =
        Thread.ofPlatform().start(() -> status.complete(watch(Integer.toString(port))));
    Patience.await("the page is there", () -> out().contains("until Ctrl-C"));

    assertThat(out()).isEqualTo("Watch it at http://127.0.0.1:" + port + "/ until Ctrl-C\n");
    try (RawClient page = new RawClient(LoopbackPorts.uri("http", port, "/"))) {
      page.get("/events").until("event: over\n");
      assertThat(Told.all(Told.in(page.text()), "run").getFirst().path("experiment").asString())
          .isEqualTo("paper");
    }
    command.interrupt();
    command.join();
    assertThat(status.get()).isEqualTo(ExitStatus.OK);
  }

  @Test
  void twoOnOnePortAreRefusedInWords() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(watch(Integer.toString(taken.getLocalPort()))).isEqualTo(ExitStatus.USAGE);

      assertThat(err())
          .startsWith("--port: must be a free port, was " + taken.getLocalPort() + ": ");
    }
  }
}
