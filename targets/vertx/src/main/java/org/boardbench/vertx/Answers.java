package org.boardbench.vertx;

import io.vertx.core.json.JsonObject;

/** What the server says to one connection alone. */
final class Answers {
  private Answers() {}

  static String joined(BoardMessage join) {
    return JsonObject.of("type", "joined", "boardId", join.boardId(), "userId", join.userId())
        .encode();
  }

  static String error(String reason) {
    return JsonObject.of("type", "error", "reason", reason).encode();
  }
}
