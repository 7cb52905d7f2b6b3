package org.boardbench.faulty;

import static org.boardbench.faulty.ServerFrames.FINAL;
import static org.boardbench.faulty.ServerFrames.PING;
import static org.boardbench.faulty.ServerFrames.RSV1;
import static org.boardbench.faulty.ServerFrames.TEXT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The raw contract, kept but for what the script says. Used by the server's thread. */
final class RawBoards {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration MOMENT = Duration.ofMillis(20);

  /** A message held back for a swap goes after this time, swapped or not. */
  private static final Duration LONGEST_HOLD = Duration.ofMillis(300);

  private static final Set<Fault> AT_DELIVERY = EnumSet.range(Fault.DROP, Fault.ERROR);

  private final FaultScript script;
  private final FaultyServer server;
  private final Map<String, Set<Peer>> boards = new LinkedHashMap<>();
  private final AtomicLong pongs = new AtomicLong();
  private long deliveries;

  RawBoards(FaultScript script, FaultyServer server) {
    this.script = script;
    this.server = server;
  }

  long pongs() {
    return pongs.get();
  }

  private boolean happens(Fault fault, long number) {
    boolean happens = script.calls(fault, number);
    if (happens) {
      script.count(fault);
    }
    return happens;
  }

  void upgrade(Peer peer, String request) {
    if (request.startsWith("GET /health ")) {
      String healthy = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      server.send(peer, healthy.getBytes(StandardCharsets.US_ASCII));
      server.after(MOMENT, () -> server.finish(peer));
      return;
    }
    if (happens(Fault.MUTE_HANDSHAKE, peer.number)) {
      return;
    }
    if (happens(Fault.REFUSE_HANDSHAKE, peer.number)) {
      String refusal = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
      server.send(peer, refusal.getBytes(StandardCharsets.US_ASCII));
      server.after(MOMENT, () -> server.finish(peer));
      return;
    }
    peer.upgraded = true;
    server.send(peer, ServerFrames.accept(Peer.field(request, "Sec-WebSocket-Key")));
    if (happens(Fault.TRICKLE_HANDSHAKE, peer.number)) {
      peer.trickle();
    }
    if (happens(Fault.FRAMES_WITH_HANDSHAKE, peer.number)) {
      byte[] ping = ServerFrames.frame(FINAL | PING, "early".getBytes(StandardCharsets.UTF_8));
      server.send(peer, ping);
      server.send(peer, Arrays.copyOf(ping, 3));
      server.flush(peer);
      server.send(peer, Arrays.copyOfRange(ping, 3, ping.length));
    }
  }

  void take(Peer peer, Peer.Frame frame) {
    switch (frame.opcode()) {
      case ServerFrames.TEXT -> text(peer, frame.text());
      case ServerFrames.CLOSE -> {
        server.send(peer, ServerFrames.frame(FINAL | ServerFrames.CLOSE, frame.payload().array()));
        server.finish(peer);
      }
      case 0xA -> pongs.incrementAndGet();
      default -> answerError(peer, "no text");
    }
  }

  private void text(Peer peer, String text) {
    if (text.contains("\"type\":\"join\"")) {
      join(peer, text);
    } else if (peer.board != null) {
      publish(peer, text);
    } else {
      answerError(peer, "not joined");
    }
  }

  private void answerError(Peer peer, String reason) {
    server.send(
        peer, ServerFrames.text("{\"type\":\"error\",\"reason\":\"%s\"}".formatted(reason)));
  }

  private void join(Peer peer, String text) {
    if (happens(Fault.MUTE_JOIN, peer.number)) {
      return;
    }
    if (happens(Fault.REFUSE_JOIN, peer.number)) {
      answerError(peer, "board is full");
      return;
    }
    JsonNode join = JSON.readTree(text);
    peer.board = join.path("boardId").stringValue();
    boards.computeIfAbsent(peer.board, board -> new LinkedHashSet<>()).add(peer);
    String userId = join.path("userId").stringValue();
    server.send(
        peer,
        ServerFrames.text(
            "{\"type\":\"joined\",\"boardId\":\"%s\",\"userId\":\"%s\"}"
                .formatted(peer.board, userId)));
  }

  void leave(Peer peer) {
    boards.values().forEach(members -> members.remove(peer));
  }

  private void publish(Peer sender, String text) {
    byte[] frame = ServerFrames.text(text);
    for (Peer receiver : List.copyOf(boards.get(sender.board))) {
      deliver(sender, receiver, text, frame);
    }
  }

  private void deliver(Peer sender, Peer receiver, String text, byte[] frame) {
    deliveries++;
    for (Fault fault : AT_DELIVERY) {
      if (script.calls(fault, deliveries)) {
        wrong(fault, sender, receiver, text, frame);
        return;
      }
    }
    server.send(receiver, frame);
    releaseHeldBack(sender, receiver);
  }

  private void wrong(Fault fault, Peer sender, Peer receiver, String text, byte[] frame) {
    if (fault == Fault.SWAP) {
      holdBack(sender, receiver, frame);
      return;
    }
    script.count(fault);
    switch (fault) {
      case DROP -> {}
      case DUPLICATE -> sendAll(receiver, frame, frame);
      case MISROUTE -> {
        server.send(receiver, frame);
        server.send(stranger(sender), frame);
      }
      case CORRUPT ->
          server.send(
              receiver, ServerFrames.text(text.replaceFirst("\"stamp\":\"\\d", "\"stamp\":\"?")));
      case DELAY -> server.after(script.delay(), () -> server.send(receiver, frame));
      case RESERIALIZE -> server.send(receiver, ServerFrames.text(reserialized(text)));
      case FRAGMENT ->
          server.send(receiver, ServerFrames.fragments(text.getBytes(StandardCharsets.UTF_8)));
      case PING -> sendAll(receiver, ServerFrames.frame(FINAL | PING, new byte[] {'!'}), frame);
      case TRICKLE -> {
        server.send(receiver, frame);
        receiver.trickle();
      }
      case ERROR -> {
        answerError(receiver, "out of ink");
        server.send(receiver, frame);
      }
      case CUT -> server.cut(receiver);
      default -> server.send(receiver, brokenFrame(fault));
    }
  }

  private void sendAll(Peer receiver, byte[]... frames) {
    for (byte[] frame : frames) {
      server.send(receiver, frame);
    }
  }

  private static byte[] brokenFrame(Fault fault) {
    return switch (fault) {
      case COMPRESS -> ServerFrames.frame(FINAL | RSV1 | TEXT, new byte[] {1, 2, 3});
      case HUGE -> ServerFrames.header(FINAL | TEXT, 20L << 20);
      case GARBAGE -> new byte[] {(byte) 0x83, 'n', 'o', ' ', 'f', 'r', 'a', 'm', 'e'};
      case NO_UTF8 -> ServerFrames.frame(FINAL | TEXT, new byte[] {'{', (byte) 0xc0, '}'});
      case GO_AWAY -> ServerFrames.close(1001);
      default -> throw new IllegalArgumentException(fault.name());
    };
  }

  private Peer stranger(Peer sender) {
    return boards.entrySet().stream()
        .filter(board -> !board.getKey().equals(sender.board))
        .flatMap(board -> board.getValue().stream())
        .findFirst()
        .orElseThrow();
  }

  private void holdBack(Peer sender, Peer receiver, byte[] frame) {
    if (receiver.heldBack.putIfAbsent(sender, frame) != null) {
      server.send(receiver, frame);
      releaseHeldBack(sender, receiver);
      return;
    }
    server.after(
        LONGEST_HOLD,
        () -> {
          if (receiver.heldBack.remove(sender, frame)) {
            server.send(receiver, frame);
          }
        });
  }

  private void releaseHeldBack(Peer sender, Peer receiver) {
    byte[] held = receiver.heldBack.remove(sender);
    if (held != null) {
      script.count(Fault.SWAP);
      server.send(receiver, held);
    }
  }

  /** The same object with its keys in reverse order and spaces wherever JSON allows them. */
  private static String reserialized(String text) {
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(JSON.readTree(text).properties());
    StringBuilder json = new StringBuilder("{ ");
    for (Map.Entry<String, JsonNode> field : fields.reversed()) {
      json.append(json.length() > 2 ? " ,\t" : "");
      json.append('"').append(field.getKey()).append("\" : ").append(field.getValue());
    }
    return json.append("\n}").toString();
  }
}
