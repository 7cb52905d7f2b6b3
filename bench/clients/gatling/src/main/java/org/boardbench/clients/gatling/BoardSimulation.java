package org.boardbench.clients.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.ws;

import io.gatling.http.action.ws.WsInboundMessage;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.WsFrameCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * Users who join a board, send on a schedule of their own, and parse all that they get. A check
 * waits for the user's own message, at most until the next one is due, and looks at every message
 * that comes meanwhile; what comes while no check waits Gatling keeps with the time of its arrival,
 * and the user takes it before it sends again.
 */
public final class BoardSimulation extends Simulation {
  private static final String SOCKET = "socket";
  private static final String USER = "user";
  private static final Duration POLL = Duration.ofMillis(50);

  /** A check must have a while to wait in. */
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

  /** Room for what comes while no check waits, in messages of everybody on the board. */
  private static final int INTERVALS_KEPT = 8;

  private final Load load = Load.asked();
  private final Course course = new Course(load);

  private final ChainBuilder take =
      exec(ws.processUnmatchedMessages(SOCKET, BoardSimulation::takeAll));

  private final ChainBuilder join =
      exec(ws("connect", SOCKET).connect(load.url()))
          .exec(
              ws("join", SOCKET)
                  .sendText(session -> user(session).join())
                  .await(load.drain())
                  .on(awaited("joined")));

  private final ChainBuilder send =
      pause(session -> user(session).untilDue())
          .exec(take)
          .exec(
              ws("stroke", SOCKET)
                  .sendText(session -> user(session).text())
                  .await(BoardSimulation::untilDue)
                  .on(awaited("own")))
          .exec(BoardSimulation::look);

  private final ScenarioBuilder board =
      scenario("board")
          .exec(this::arrive)
          .exec(join)
          .exec(asLongAs(session -> user(session).sends()).on(send))
          .exec(
              asLongAs(session -> user(session).hasJoined() && !course.isOver())
                  .on(pause(POLL).exec(take).exec(BoardSimulation::look)))
          .exec(doIf(BoardSimulation::isConnected).then(ws("leave", SOCKET).close()));

  private final HttpProtocolBuilder protocol =
      http.disableWarmUp()
          .wsMaxReconnects(0)
          .wsUnmatchedInboundMessageBufferSize(
              Math.max(1024, INTERVALS_KEPT * (load.users() / load.boards() + 1)));

  {
    setUp(board.injectOpen(arrivals()).protocols(protocol));
  }

  private OpenInjectionStep arrivals() {
    return load.ramp().isZero()
        ? atOnceUsers(load.users())
        : rampUsers(load.users()).during(load.ramp());
  }

  private Session arrive(Session session) {
    course.arrived();
    return session.set(USER, new User((int) session.userId() - 1, load, course));
  }

  private static WsFrameCheck awaited(String name) {
    return ws.checkTextMessage(name)
        .matching(
            bodyString()
                .transformWithSession(
                    (text, session) -> user(session).takes(text, Course.nowMs()))
                .is(true));
  }

  private static Session takeAll(List<WsInboundMessage> messages, Session session) {
    for (WsInboundMessage message : messages) {
      if (message instanceof WsInboundMessage.Text text) {
        user(session).takes(text.message(), text.timestamp());
      }
    }
    return session;
  }

  private static Duration untilDue(Session session) {
    Duration left = user(session).untilDue();
    return left.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : left;
  }

  /** A user whose connection has ended sends no more. */
  private static Session look(Session session) {
    if (!isConnected(session)) {
      user(session).dropped();
    }
    return session;
  }

  private static boolean isConnected(Session session) {
    return session.contains(SOCKET);
  }

  private static User user(Session session) {
    return session.get(USER);
  }

  @Override
  public void after() {
    try {
      course.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
