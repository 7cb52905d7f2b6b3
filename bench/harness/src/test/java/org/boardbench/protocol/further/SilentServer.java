package org.boardbench.protocol.further;

import java.util.Map;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;

/** Says what it is told to, and to all else nothing. */
public final class SilentServer extends FurtherServer {
  private final String greeting;
  private final Map<String, String> answers;

  /**
   * @param greeting what it says first; nothing when it is empty
   * @param answers by the beginning of what it hears
   */
  public SilentServer(String greeting, Map<String, String> answers) {
    this.greeting = greeting;
    this.answers = Map.copyOf(answers);
  }

  @Override
  public void onOpen(WebSocket client, ClientHandshake handshake) {
    if (!greeting.isEmpty()) {
      client.send(greeting);
    }
  }

  @Override
  void hears(WebSocket client, String text) {
    answers.forEach((start, answer) -> {
      if (text.startsWith(start)) {
        client.send(answer);
      }
    });
  }
}
