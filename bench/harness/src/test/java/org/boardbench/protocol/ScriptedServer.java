package org.boardbench.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.protocol.UserSession.Meaning;

/** The other end of one session: hears what it sends, says what a test scripts. */
final class ScriptedServer {
  final UserSession session;
  private final List<String> heard = new ArrayList<>();

  ScriptedServer(UserSession session) {
    this.session = session;
    session.opened(heard::add);
  }

  Meaning says(String text) {
    byte[] frame = ("??" + text + "??").getBytes(StandardCharsets.UTF_8);
    return session.received(frame, 2, frame.length - 4, heard::add);
  }

  /** What it has heard since the last call. */
  List<String> hears() {
    List<String> texts = List.copyOf(heard);
    heard.clear();
    return texts;
  }

  boolean keepAlive(long nowMs, long lastReceivedMs, long lastSentMs) {
    return session.keepAlive(
        nowMs * 1_000_000, lastReceivedMs * 1_000_000, lastSentMs * 1_000_000, heard::add);
  }

  void closing() {
    session.closing(heard::add);
  }
}
