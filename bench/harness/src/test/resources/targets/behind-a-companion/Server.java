import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/** Answers /health with the status given, and says which port it may hand on to. */
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
    server.start();
    System.out.println(args.length > 2 ? "hands on to " + args[2] : System.getenv("GREETING"));
    new CompletableFuture<Void>().join();
  }
}
