package org.boardbench.springwebsocket;

import org.springframework.web.socket.WebSocketSession;

/** In what a plain server differs from one for production: how it sends to a session. */
enum Style {
  PRODUCTION {
    @Override
    Member member(WebSocketSession session) {
      return new OutboxMember(session);
    }
  },
  PLAIN {
    @Override
    Member member(WebSocketSession session) {
      return new PlainMember(session);
    }
  };

  abstract Member member(WebSocketSession session);
}
