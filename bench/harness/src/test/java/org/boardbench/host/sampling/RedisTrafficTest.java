package org.boardbench.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.boardbench.host.sampling.RedisTraffic.Traffic;
import org.junit.jupiter.api.Test;

class RedisTrafficTest {
  @Test
  void leavesOutItsOwnQuestionsAndAnswers() throws Exception {
    String first = answer(1012, 5000);
    String second = answer(2024, 9000 + first.length());
    try (ServerSocket server = serve(List.of(first, second));
        RedisTraffic traffic = new RedisTraffic(server.getLocalPort())) {
      assertThat(traffic.read()).contains(new Traffic(1000, 5000));
      assertThat(traffic.read()).contains(new Traffic(2000, 9000));
    }
  }

  @Test
  void hasNoFigureWhenRedisHangsUpOrSaysSomethingElse() throws Exception {
    try (ServerSocket server = serve(List.of("-NOAUTH Authentication required.\r\n"));
        RedisTraffic traffic = new RedisTraffic(server.getLocalPort())) {
      assertThat(traffic.read()).isEmpty();
      assertThat(traffic.read()).isEmpty();
    }
  }

  private static String answer(long input, long output) {
    String body =
        "# Stats\r\ntotal_net_input_bytes:"
            + input
            + "\r\ntotal_net_output_bytes:"
            + output
            + "\r\n";
    return "$" + body.length() + "\r\n" + body + "\r\n";
  }

  /** Gives one answer a question on the first connection, then hangs up and listens no more. */
  private static ServerSocket serve(List<String> answers) throws IOException {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual()
        .start(() -> {
          try (Socket socket = server.accept();
              BufferedReader in =
                  new BufferedReader(
                      new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String answer : answers) {
              in.readLine();
              socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            }
            server.close();
          } catch (IOException ended) {
            throw new UncheckedIOException(ended);
          }
        });
    return server;
  }
}
