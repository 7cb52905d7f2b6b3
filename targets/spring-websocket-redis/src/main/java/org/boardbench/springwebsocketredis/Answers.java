package org.boardbench.springwebsocketredis;

import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.json.JsonMapper;

/** What the server says to one connection alone. */
@Component
class Answers {
  private record Joined(String type, String boardId, String userId) {}

  private record Failed(String type, String reason) {}

  private final JsonMapper mapper;

  Answers(JsonMapper mapper) {
    this.mapper = mapper;
  }

  TextMessage joined(BoardMessage join) {
    return text(new Joined("joined", join.boardId(), join.userId()));
  }

  TextMessage error(String reason) {
    return text(new Failed("error", reason));
  }

  private TextMessage text(Object answer) {
    return new TextMessage(mapper.writeValueAsString(answer));
  }
}
