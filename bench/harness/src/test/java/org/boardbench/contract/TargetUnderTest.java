package org.boardbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.boardbench.contract.Conversation.Difference;
import org.boardbench.core.Endpoint;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.sampling.Component;
import org.boardbench.input.InputException;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.launch.TargetPart;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.ProcessSet;

/** A variant's real server, built if need be and started as the harness does. */
final class TargetUnderTest implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(100);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final Path log = Path.of("target", "contract-logs");
  private final ProcessSet processes = ProcessSet.endingWithTheHarness();
  private final HttpClient http = HttpClient.newHttpClient();
  private final RunningTarget running;
  private final Supplier<Conversation> conversations;
  private final boolean keepsHistory;
  private final Protocol protocol;
  private boolean isTerminated;

  /**
   * @param builds has its target
   */
  TargetUnderTest(TargetVariant variant, TargetBuilds builds)
      throws InputException,
          LaunchException,
          ExecutionException,
          IOException,
          InterruptedException {
    HostEnvironment host = HostEnvironment.of(root());
    TargetManifest manifest = catalog().manifest(variant.target());
    builds.await(variant.target());
    Launcher launcher =
        Launcher.process(
            manifest,
            manifest.values(variant.parameters()),
            ProcessPlace.anywhere(host),
            processes,
            new LoopbackPorts());
    Files.createDirectories(log);
    running = launcher.launch(log.resolve(variant + ".log"), READY, STOP);
    conversations = Conversation.of(manifest.service().protocol());
    keepsHistory = manifest.historyObjection(variant.parameters()).isEmpty();
    protocol = Protocols.named(manifest.service().protocol()).orElseThrow();
  }

  static TargetCatalog catalog() {
    return new TargetCatalog(root());
  }

  /** The project's folder; Maven runs tests in the module's. */
  static Path root() {
    return Path.of("../..").toAbsolutePath().normalize();
  }

  ContractClient connect() {
    return ContractClient.open(http, uri(), conversations.get());
  }

  ContractClient connectTo(String boardId, String userId) {
    return connect().join(boardId, userId);
  }

  /** Whether its boards keep their last messages for who asks. */
  boolean keepsHistory() {
    return keepsHistory;
  }

  BareSocket bare(String boardId, String userId) throws IOException {
    return BareSocket.join(uri(), conversations.get(), boardId, userId);
  }

  /** How {@code text} travels to a board, for a socket that sends frames itself. */
  String frame(String boardId, String text) {
    return conversations.get().publish(boardId, text);
  }

  /** Whether the rules of the target's protocol differ so. */
  boolean has(Difference difference) {
    return conversations.get().differences().contains(difference);
  }

  /** As the driver speaks to it. */
  Protocol protocol() {
    return protocol;
  }

  Endpoint endpoint() {
    return running.endpoint();
  }

  /** Tells its first process to end, as who installs a new version does. */
  void terminate() {
    TargetPart server = server();
    server.endIsPlanned();
    assertThat(server.terminate()).hasSize(1);
    isTerminated = true;
  }

  boolean isTerminated() {
    return isTerminated;
  }

  /** Whether a process of the server itself is left. */
  boolean isLeft() {
    return !server().processes().isEmpty();
  }

  private TargetPart server() {
    return running.part(Component.SERVER).orElseThrow();
  }

  boolean isAlive() {
    return running.isAlive();
  }

  private URI uri() {
    String path = endpoint().requestTarget();
    return endpoint().uri().resolve(conversations.get().requestTarget(path));
  }

  @Override
  public void close() {
    http.shutdownNow();
    running.close();
    processes.close();
  }
}
