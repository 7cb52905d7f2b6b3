import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/** Answers /health with the status given, and ends with status 3 when asked for /die. */
public class Server {
  public static void main(String[] args) throws Exception {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
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
        exchange -> {
          System.err.println("out of everything");
          Runtime.getRuntime().halt(3);
        });
    server.start();
    System.out.println("greeting is " + System.getenv("GREETING"));
    new CompletableFuture<Void>().join();
  }
}
