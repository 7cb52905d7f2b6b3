package org.boardbench.micro.tomcat;

import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** A Tomcat on 127.0.0.1 with one WebSocket endpoint, {@value #PATH}, which counts what it gets. */
final class TomcatServer implements AutoCloseable {
  static final String PATH = "/ws";

  private static final String LOOPBACK = "127.0.0.1";

  /** Tomcat announces each of its parts; the JVM forgets a level that nobody holds. */
  private static final Logger LOG = Logger.getLogger("org.apache");

  private final Path folder;
  private final Tomcat tomcat = new Tomcat();
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private final Arrivals arrivals = new Arrivals();

  private TomcatServer(Path folder) {
    this.folder = folder;
  }

  static TomcatServer start() throws IOException {
    LOG.setLevel(Level.WARNING);
    TomcatServer server = new TomcatServer(Files.createTempDirectory("boardbench-tomcat-"));
    try {
      server.listen();
    } catch (LifecycleException | DeploymentException e) {
      throw new IOException("Tomcat does not start", e);
    }
    return server;
  }

  private void listen() throws LifecycleException, DeploymentException {
    tomcat.setBaseDir(folder.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", LOOPBACK);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    context.addServletContainerInitializer(new WsSci(), null);
    // Without a servlet no request gets to the filter that opens WebSockets.
    Tomcat.addServlet(context, "none", new HttpServlet() {}).addMapping("/");
    tomcat.start();
    ServerContainer container =
        (ServerContainer) context.getServletContext().getAttribute(ServerContainer.class.getName());
    container.addEndpoint(
        ServerEndpointConfig.Builder.create(Member.class, PATH)
            .configurator(
                new ServerEndpointConfig.Configurator() {
                  @Override
                  public <T> T getEndpointInstance(Class<T> type) {
                    return type.cast(new Member(sessions, arrivals));
                  }
                })
            .build());
  }

  int port() {
    return tomcat.getConnector().getLocalPort();
  }

  /** Of the connections that are open, in no order. */
  List<Session> sessions() {
    return sessions;
  }

  /** Of messages from all connections. */
  Arrivals arrivals() {
    return arrivals;
  }

  @Override
  public void close() throws IOException {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IOException("Tomcat does not end", e);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final class Member extends Endpoint {
    private final List<Session> sessions;
    private final Arrivals arrivals;

    Member(List<Session> sessions, Arrivals arrivals) {
      this.sessions = sessions;
      this.arrivals = arrivals;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
      session.addMessageHandler(String.class, arrivals::add);
      sessions.add(session);
    }
  }
}
