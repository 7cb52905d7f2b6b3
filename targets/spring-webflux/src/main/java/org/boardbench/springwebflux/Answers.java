package org.boardbench.springwebflux;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the server says to one connection alone, as UTF-8. */
@Component
class Answers {
  private record Joined(String type, String boardId, String userId) {}

  private record Failed(String type, String reason) {}

  private final JsonMapper mapper;

  Answers(JsonMapper mapper) {
    this.mapper = mapper;
  }

  byte[] joined(BoardMessage join) {
    return mapper.writeValueAsBytes(new Joined("joined", join.boardId(), join.userId()));
  }

  byte[] error(String reason) {
    return mapper.writeValueAsBytes(new Failed("error", reason));
  }
}
