package org.boardbench.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Answers what comes before frames: opening handshakes, {@code /health}, {@code /counts}. */
final class HttpAnswers {
  private static final int LONGEST_HEAD = 16 * 1024;
  private static final int KEPT_HANDSHAKES = 100;

  private final FaultSchedule schedule;
  private final Tally tally;
  private final Deque<String> handshakes = new ArrayDeque<>();
  private int number;

  HttpAnswers(FaultSchedule schedule, Tally tally) {
    this.schedule = schedule;
    this.tally = tally;
  }

  /**
   * Answers the request at the beginning of {@code bytes}, once it is complete.
   *
   * @return the bytes that it took; 0 when it is not complete
   */
  int take(Connection from, byte[] bytes, int length, long nowNs) {
    HttpRequest request = HttpRequest.read(bytes, length);
    if ((request == null ? length : request.length()) > LONGEST_HEAD) {
      answer(from, "431 Request Header Fields Too Large", "");
      return length;
    }
    if (request == null) {
      return 0;
    }
    String asked = request.methodAndPath();
    switch (asked) {
      case "GET /health" -> answer(from, "200 OK", "");
      case "GET /counts" -> answer(from, "200 OK", tally.counts().json());
      case "DELETE /counts" -> {
        tally.reset();
        answer(from, "200 OK", tally.counts().json());
      }
      default -> {
        if (!asked.equals("GET /ws") && !asked.startsWith("GET /ws/")) {
          answer(from, "404 Not Found", "");
        } else if (request.field("Sec-WebSocket-Key").isEmpty()) {
          answer(from, "426 Upgrade Required", "");
        } else {
          shakeHands(from, request, nowNs);
        }
      }
    }
    return request.length();
  }

  private static void answer(Connection to, String status, String json) {
    String response =
        "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(status, json.length(), json);
    to.send(response.getBytes(StandardCharsets.US_ASCII));
    to.finish();
  }

  private void shakeHands(Connection peer, HttpRequest request, long nowNs) {
    if (handshakes.size() == KEPT_HANDSHAKES) {
      handshakes.removeFirst();
    }
    handshakes.addLast(request.head());
    number++;
    if (schedule.happensAt(Fault.MUTE_HANDSHAKE, number, nowNs)) {
      return;
    }
    if (schedule.happensAt(Fault.REFUSE_HANDSHAKE, number, nowNs)) {
      answer(peer, "503 Service Unavailable", "");
      return;
    }
    if (schedule.happensAt(Fault.REDIRECT_HANDSHAKE, number, nowNs)) {
      answer(peer, "302 Found\r\nLocation: https://other/ws?token=secret", "\nmoved\n");
      return;
    }
    peer.upgraded(number);
    byte[] accepted = ServerFrames.accept(request.field("Sec-WebSocket-Key"));
    if (schedule.happensAt(Fault.ODD_HANDSHAKE, number, nowNs)) {
      peer.send(odd(accepted));
    } else if (schedule.happensAt(Fault.TRICKLE_HANDSHAKE, number, nowNs)) {
      peer.trickle(accepted);
    } else if (schedule.happensAt(Fault.FRAMES_WITH_HANDSHAKE, number, nowNs)) {
      sendWithFrames(peer, accepted);
    } else {
      peer.send(accepted);
    }
  }

  /** No reason phrase, names in small letters, tabs around the values, one of them in two lines. */
  private static byte[] odd(byte[] accepted) {
    String answer = new String(accepted, StandardCharsets.US_ASCII);
    StringBuilder odd = new StringBuilder("HTTP/1.1 101\r\n");
    for (String line : answer.lines().skip(1).filter(field -> !field.isEmpty()).toList()) {
      int colon = line.indexOf(':');
      odd.append(line.substring(0, colon).toLowerCase(Locale.ROOT))
          .append(":\r\n\t")
          .append(line.substring(colon + 1).strip())
          .append("\t \r\n");
    }
    return odd.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void sendWithFrames(Connection peer, byte[] accepted) {
    byte[] ping =
        ServerFrames.frame(
            ServerFrames.FINAL | ServerFrames.PING, "early".getBytes(StandardCharsets.UTF_8));
    byte[] first = Arrays.copyOf(accepted, accepted.length + ping.length + 3);
    System.arraycopy(ping, 0, first, accepted.length, ping.length);
    System.arraycopy(ping, 0, first, accepted.length + ping.length, 3);
    peer.send(first);
    peer.send(Arrays.copyOfRange(ping, 3, ping.length));
  }

  /** The latest opening handshakes, at most a hundred. */
  List<String> handshakes() {
    return List.copyOf(handshakes);
  }
}
