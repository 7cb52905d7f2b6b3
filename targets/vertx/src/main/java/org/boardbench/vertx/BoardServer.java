package org.boardbench.vertx;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the shared whiteboard: a verticle for each event loop, all on one port. */
final class BoardServer {
  private static final int CLOSE_WITHIN_S = 5;

  private static final Logger log = System.getLogger(BoardServer.class.getName());

  private BoardServer() {}

  public static void main(String[] args) {
    String host = setting("HOST", "127.0.0.1");
    int port = Integer.parseInt(setting("PORT", "8080"));
    int loops = Integer.parseInt(setting("LOOPS", "2"));

    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(vertx)));
    Boards boards = new Boards();
    vertx
        .deployVerticle(
            () -> new BoardVerticle(boards, host, port),
            new DeploymentOptions().setInstances(loops))
        .onFailure(
            e -> {
              log.log(Level.ERROR, "Cannot start", e);
              // Not on this event loop, which the shutdown hook waits for.
              new Thread(() -> System.exit(1)).start();
            });
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }

  private static void close(Vertx vertx) {
    try {
      vertx.close().await(CLOSE_WITHIN_S, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      log.log(Level.WARNING, "Connections are still open after {0} s", CLOSE_WITHIN_S);
    }
  }
}
