package org.boardbench.browser.felt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the peers sent and got. Thread-safe. */
final class PeerBook {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Map<Message, Long> sends = new HashMap<>();
  private final Map<Arrival, Long> arrivals = new HashMap<>();

  /** Whose message, and which one. */
  record Message(String sender, int seq) {}

  /** At which peer which message arrived. */
  record Arrival(int peer, Message message) {}

  /**
   * All of it, on the run's clock.
   *
   * @param sends when a peer's message was handed to the kernel
   * @param arrivals when a message had come in at a peer, by the kernel's time where it tells
   */
  record Pages(Map<Message, Long> sends, Map<Arrival, Long> arrivals) {
    Pages {
      sends = Map.copyOf(sends);
      arrivals = Map.copyOf(arrivals);
    }
  }

  /** Which message a text is; empty for one that is none. */
  static Optional<Message> message(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      return json.path("userId").isString() && json.path("seq").isInt()
          ? Optional.of(new Message(json.path("userId").stringValue(), json.path("seq").intValue()))
          : Optional.empty();
    } catch (JacksonException none) {
      return Optional.empty();
    }
  }

  synchronized void sent(Message message, long sentNs) {
    sends.put(message, sentNs);
  }

  synchronized void arrived(Arrival arrival, long receivedNs) {
    arrivals.putIfAbsent(arrival, receivedNs);
  }

  synchronized void forget() {
    sends.clear();
    arrivals.clear();
  }

  synchronized Pages pages() {
    return new Pages(new HashMap<>(sends), new HashMap<>(arrivals));
  }

  /** The messages of the peers themselves, which a page shows. */
  static List<Message> inOrder(Pages pages) {
    List<Message> messages = new ArrayList<>(pages.sends().keySet());
    messages.sort((a, b) -> Long.compare(pages.sends().get(a), pages.sends().get(b)));
    return messages;
  }
}
