package org.boardbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server keeps of a board for newcomers who ask. */
final class BoardHistory {
  /** Of a board's last messages, as servers under test are told to keep them. */
  static final int BYTES = 65_536;

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONG_MESSAGES = 100;

  private final TargetUnderTest target;
  private final String board;
  private final Consumer<AutoCloseable> connections;

  BoardHistory(TargetUnderTest target, String board, Consumer<AutoCloseable> connections) {
    this.target = target;
    this.board = board;
    this.connections = connections;
  }

  void check() {
    ContractClient first = asking("u1");
    assertThat(messages(first.nextMessage())).as("nobody has published").isEmpty();

    List<String> sent = new ArrayList<>(List.of(publish(first, "first"), publish(first, "second")));
    ContractClient second = asking("u2");
    assertThat(messages(second.nextMessage())).isEqualTo(values(sent));
    ContractClient silent = target.connectTo(board, "u3");
    connections.accept(silent);
    sent.add(publish(first, "third"));
    assertThat(second.nextMessage()).as("it goes on").isEqualTo(sent.getLast());
    assertThat(silent.nextMessage()).as("who does not ask").isEqualTo(sent.getLast());

    for (int i = 0; i < LONG_MESSAGES; i++) {
      sent.add(publish(first, i + "x".repeat(1_000)));
    }
    List<JsonNode> kept = messages(asking("u4").nextMessage());
    assertThat(kept).isEqualTo(values(sent.subList(sent.size() - kept.size(), sent.size())));
    assertThat(kept).as("as many as fit").hasSize(BYTES / sent.getLast().length());
  }

  private ContractClient asking(String userId) {
    ContractClient client = target.connect().joinAsking(board, userId);
    connections.accept(client);
    return client;
  }

  /** Returns once the sender has it back. */
  private String publish(ContractClient sender, String words) {
    String text = ContractScene.stroke(board, words);
    sender.publish(board, text);
    assertThat(sender.nextMessage()).isEqualTo(text);
    return text;
  }

  private List<JsonNode> messages(String answer) {
    assertThat(answer).as("so that a client need not read on").startsWith("{\"type\":\"history\"");
    JsonNode history = JSON.readTree(answer);
    assertThat(history.path("boardId").stringValue()).isEqualTo(board);
    return List.copyOf(history.path("messages").values());
  }

  private static List<JsonNode> values(List<String> texts) {
    return texts.stream().map(JSON::readTree).toList();
  }
}
