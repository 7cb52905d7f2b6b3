package org.boardbench.protocol;

import java.util.Optional;

/**
 * A way of speaking the wire contract ({@code targets/README.md}): how a user joins its board, how
 * a stroke is wrapped, and what the frames that carry no stroke mean. Stateless; each connection
 * gets a session of its own.
 */
public interface Protocol {
  /** The name in manifests and on the command line. */
  String name();

  /** The {@code Sec-WebSocket-Protocol} to ask for; empty when none. */
  Optional<String> subprotocol();

  /** One user's side of the conversation, used only by the loop thread that owns the connection. */
  UserSession session(UserIdentity user, StrokePayload payload);
}
