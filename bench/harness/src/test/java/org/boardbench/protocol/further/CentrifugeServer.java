package org.boardbench.protocol.further;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what has gathered for a connection in one frame, and amid it a ping, as Centrifugo does
 * under load.
 */
public final class CentrifugeServer extends FurtherServer {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long GATHER_MS = 15;

  private final Map<WebSocket, List<String>> waiting = new HashMap<>();
  private final ScheduledExecutorService sender =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private ScheduledFuture<?> flushing;
  private final AtomicInteger pings = new AtomicInteger();
  private final AtomicInteger pongs = new AtomicInteger();
  private final AtomicInteger severalStrokes = new AtomicInteger();

  @Override
  public void begin() throws InterruptedException {
    super.begin();
    flushing =
        sender.scheduleWithFixedDelay(this::flush, GATHER_MS, GATHER_MS, TimeUnit.MILLISECONDS);
  }

  public int pings() {
    return pings.get();
  }

  public int pongs() {
    return pongs.get();
  }

  /** Frames in which strokes were not alone. */
  public int severalStrokes() {
    return severalStrokes.get();
  }

  @Override
  synchronized void hears(WebSocket client, String text) {
    JsonNode command = JSON.readTree(text);
    String id = command.path("id").toString();
    String channel = command.path("publish").path("channel").asString("");
    if (command.isEmpty()) {
      pongs.incrementAndGet();
    } else if (command.has("connect")) {
      say(
          client,
          "{\"id\":%s,\"connect\":{\"client\":\"c\",\"ping\":25,\"pong\":true}}".formatted(id));
    } else if (command.has("subscribe")) {
      join(client, command.path("subscribe").path("channel").asString());
      say(client, "{\"id\":" + id + ",\"subscribe\":{}}");
    } else if (command.has("publish")) {
      String push =
          "{\"push\":{\"channel\":\"%s\",\"pub\":{\"data\":%s,\"info\":{\"client\":\"c\"}}}}"
              .formatted(channel, command.path("publish").path("data"));
      members(channel).forEach(member -> say(member, push));
      say(client, "{\"id\":" + id + ",\"publish\":{}}");
    } else {
      wrong(text);
    }
  }

  private void say(WebSocket client, String reply) {
    waiting.computeIfAbsent(client, none -> new ArrayList<>()).add(reply);
  }

  private synchronized void flush() {
    waiting.forEach((client, replies) -> {
      long strokes = replies.stream().filter(reply -> reply.startsWith("{\"push\"")).count();
      if (strokes > 0) {
        pings.incrementAndGet();
        replies.add(replies.size() / 2, "{}");
      }
      if (strokes > 1) {
        severalStrokes.incrementAndGet();
      }
      if (client.isOpen()) {
        client.send(String.join("\n", replies));
      }
    });
    waiting.clear();
  }

  @Override
  public void close() {
    flushing.cancel(false);
    sender.shutdown();
    super.close();
  }
}
