package org.boardbench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.sut.manifest.Parameter.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/**
 * A server of {@link SelectedTargets} with what its checks need: each has a board of its own, and
 * connections that end with it. A target that lacks a tool on this machine is skipped, unless it
 * was asked for by name. Each server is started once.
 */
@Timeout(600)
abstract class ContractScene {
  private static final SelectedTargets SELECTED = new SelectedTargets(TargetUnderTest.root());
  private static final AtomicInteger BOARDS = new AtomicInteger();

  private static TargetBuilds builds;

  /** The server; null while none has come up. */
  static TargetUnderTest target;

  final TargetVariant variant;

  /** Of the check alone. */
  final String board;

  private final List<AutoCloseable> connections = new ArrayList<>();

  ContractScene(TargetVariant variant) {
    this.variant = variant;
    board = variant.target() + "-" + BOARDS.incrementAndGet();
  }

  /** Of a lane's targets, which it begins to build. */
  static List<TargetVariant> variants(int lane) throws InputException, InterruptedException {
    return variants(SELECTED.ofLane(lane), SELECTED.areAskedFor());
  }

  private static List<TargetVariant> variants(List<String> targets, boolean isAllAskedFor)
      throws InputException, InterruptedException {
    build(targets);
    return TargetVariant.of(TargetUnderTest.catalog(), targets, isAllAskedFor);
  }

  /**
   * Where targets are asked for, these with all values that are not asked the whole contract, for
   * which they are too many.
   */
  static List<TargetVariant> otherValues() throws InputException, InterruptedException {
    if (!SELECTED.areAskedFor()) {
      return List.of();
    }
    List<String> targets = SELECTED.all();
    build(targets);
    return TargetVariant.otherValues(TargetUnderTest.catalog(), targets);
  }

  /** Each target once, with its defaults. */
  static List<TargetVariant> defaults() throws InputException, InterruptedException {
    return variants(SELECTED.all(), false);
  }

  private static void build(List<String> targets) throws InputException, InterruptedException {
    List<String> buildable = new ArrayList<>();
    for (String name : targets) {
      if (SELECTED.missingTools(name).isEmpty()) {
        buildable.add(name);
      }
    }
    builds =
        new TargetBuilds(
            TargetUnderTest.catalog(), buildable, HostEnvironment.of(TargetUnderTest.root()));
  }

  @BeforeParameterizedClassInvocation
  static void start(TargetVariant variant) throws Exception {
    List<String> missing = SELECTED.missingTools(variant.target());
    if (SELECTED.isNamed()) {
      assertThat(missing).isEmpty();
    }
    assumeTrue(missing.isEmpty(), () -> String.join("; ", missing));
    target = new TargetUnderTest(variant, builds);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    if (target != null) { // else it has not come up
      target.close();
      target = null;
    }
  }

  @AfterEach
  void disconnect() throws Exception {
    for (AutoCloseable connection : connections) {
      connection.close();
    }
    assertThat(target.isAlive()).isEqualTo(!target.isTerminated());
  }

  /** The number of a board that no other check has. */
  static int nextBoard() {
    return BOARDS.incrementAndGet();
  }

  ContractClient join(String boardId, String userId) {
    return connected(target.connectTo(boardId, userId));
  }

  <T extends AutoCloseable> T connected(T connection) {
    connections.add(connection);
    return connection;
  }

  String publish(ContractClient sender, String words) {
    String text = stroke(board, words);
    sender.publish(board, text);
    return text;
  }

  /** Its keys are in the order in which servers that sort them write them. */
  static String stroke(String boardId, String words) {
    return "{\"boardId\":\"%s\",\"type\":\"stroke\",\"words\":\"%s\"}".formatted(boardId, words);
  }

  /** The next messages, without those of the members that vanished. */
  List<String> received(ContractClient receiver, int count) {
    List<String> received = new ArrayList<>();
    while (received.size() < count) {
      String text = receiver.nextMessage();
      if (!text.equals(stroke(board, "lost or not"))) {
        received.add(text);
      }
    }
    return received;
  }

  /**
   * Each of them once, in the order in which one sender sent them unless the variant breaks that.
   */
  void assertAllOf(List<String> sent, List<String> received) {
    if (variant.keeps(Promise.ORDER)) {
      assertThat(received).isEqualTo(sent);
    } else {
      assertThat(received).containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  static void assertNextAndLast(ContractClient client, String text) {
    assertThat(client.nextMessage()).isEqualTo(text);
    assertThat(client.hasUnread()).isFalse();
  }
}
