package org.boardbench.vertx;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.HashSet;
import java.util.Set;

/** Serves its share of the connections on one event loop. */
final class BoardVerticle extends VerticleBase {
  private static final int MAX_MESSAGE_BYTES = 64 * 1024;
  private static final int PING_INTERVAL_MS = 30_000;
  private static final int SILENT_AT_MOST_S = 60;
  private static final int CLOSING_TIMEOUT_S = 2;
  private static final short MESSAGE_TOO_BIG = 1009;

  private final Boards boards;
  private final HttpServerOptions options;
  private final Set<Member> members = new HashSet<>();
  private LoopBoards own;

  BoardVerticle(Boards boards, String host, int port) {
    this.boards = boards;
    options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setMaxWebSocketFrameSize(MAX_MESSAGE_BYTES)
            .setMaxWebSocketMessageSize(MAX_MESSAGE_BYTES)
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setReadIdleTimeout(SILENT_AT_MOST_S)
            .setWebSocketClosingTimeout(CLOSING_TIMEOUT_S);
  }

  @Override
  public Future<HttpServer> start() {
    own = new LoopBoards(context);
    boards.add(own);
    vertx.setPeriodic(PING_INTERVAL_MS, timer -> members.forEach(Member::ping));
    return vertx
        .createHttpServer(options)
        .requestHandler(BoardVerticle::answer)
        .webSocketHandshakeHandler(BoardVerticle::accept)
        .webSocketHandler(this::serve)
        .listen();
  }

  private static void answer(HttpServerRequest request) {
    request.response().setStatusCode(request.path().equals("/health") ? 200 : 404).end();
  }

  private static void accept(ServerWebSocketHandshake handshake) {
    if (handshake.path().equals("/ws")) {
      handshake.accept();
    } else {
      handshake.reject(404);
    }
  }

  private void serve(ServerWebSocket socket) {
    Member member = new Member(socket);
    members.add(member);
    socket.textMessageHandler(text -> receive(member, text));
    socket.binaryMessageHandler(
        bytes -> member.send(Answers.error("binary frames are not allowed")));
    // A message of several frames that is too long; the closing of a connection comes here too.
    socket.exceptionHandler(e -> socket.close(MESSAGE_TOO_BIG));
    socket.closeHandler(v -> end(member));
  }

  private void receive(Member member, String text) {
    try {
      BoardMessage message = BoardMessage.read(text);
      if (message.join()) {
        own.join(message.boardId(), member);
        member.boardIds().add(message.boardId());
        member.send(Answers.joined(message));
      } else {
        boards.publish(message.boardId(), text, own);
      }
    } catch (BadMessageException refused) {
      member.send(Answers.error(refused.getMessage()));
    }
  }

  private void end(Member member) {
    members.remove(member);
    member.boardIds().forEach(boardId -> own.leave(boardId, member));
  }
}
