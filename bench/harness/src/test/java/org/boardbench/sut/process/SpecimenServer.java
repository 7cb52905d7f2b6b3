package org.boardbench.sut.process;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/**
 * What the specimens start, compiled once. Answers /health with the status given, ends with status
 * 3 when asked for /die, and says how it was greeted or to what it hands on.
 */
public final class SpecimenServer {
  private SpecimenServer() {}

  /**
   * Serves until it is ended.
   *
   * @param args its port, the status, and to what it hands on, if to anything
   */
  public static void main(String[] args) throws Exception {
    // Before anybody can reach it, so that the line of what is ready stands in the log.
    System.out.println(
        args.length > 2 ? "hands on to " + args[2] : "greeting is " + System.getenv("GREETING"));
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int port = Integer.parseInt(args[0]);
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    server.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(Integer.parseInt(args[1]), -1);
          exchange.close();
        });
    server.createContext(
        "/die",
        _ -> {
          System.err.println("out of everything");
          Runtime.getRuntime().halt(3);
        });
    server.start();
    new CompletableFuture<Void>().join();
  }
}
