package org.boardbench.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Users who join a board while others publish to it without a pause. */
final class JoinsAmidMessages {
  private final TargetUnderTest target;
  private final String board;
  private final Consumer<AutoCloseable> connections;
  private final List<Sender> senders;
  private final AtomicBoolean isOver = new AtomicBoolean();

  /**
   * @param connections gets all that are made
   */
  JoinsAmidMessages(TargetUnderTest target, String board, Consumer<AutoCloseable> connections) {
    this.target = target;
    this.board = board;
    this.connections = connections;
    this.senders = IntStream.range(0, 3).mapToObj(this::sender).toList();
  }

  /** Publishes at the speed at which its messages come back. */
  private record Sender(int number, ContractClient client, AtomicInteger next) {}

  /** A user, and of each sender the number of the first message that was published afterwards. */
  private record Joiner(ContractClient client, List<Integer> first) {}

  private Sender sender(int number) {
    ContractClient client = target.connectTo(board, "s" + number);
    connections.accept(client);
    return new Sender(number, client, new AtomicInteger());
  }

  /** Fails when a user of one of the waves does not get all that it is owed. */
  void check(int waves, int usersAtOnce) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> publishing = new ArrayList<>();
      for (Sender sender : senders) {
        publishing.add(threads.submit(() -> publish(sender)));
      }
      List<Joiner> joiners = new ArrayList<>();
      for (int wave = 0; wave < waves; wave++) {
        List<Future<Joiner>> atOnce = new ArrayList<>();
        for (int user = 0; user < usersAtOnce; user++) {
          String userId = "u" + wave + "-" + user;
          atOnce.add(threads.submit(() -> join(userId)));
        }
        for (Future<Joiner> joining : atOnce) {
          Joiner joiner = joining.get();
          connections.accept(joiner.client());
          joiners.add(joiner);
        }
      }
      isOver.set(true);
      for (Future<?> sender : publishing) {
        sender.get();
      }
      joiners.forEach(this::takeAllThatIsOwed);
    }
  }

  private void publish(Sender sender) {
    while (!isOver.get()) {
      String text = text(sender, sender.next().getAndIncrement());
      sender.client().publish(board, text);
      while (!sender.client().nextMessage().equals(text)) {
        // what the other senders have published
      }
    }
  }

  private Joiner join(String userId) {
    ContractClient client = target.connectTo(board, userId);
    return new Joiner(client, senders.stream().map(sender -> sender.next().get()).toList());
  }

  /** A message that does not come fails the test by the client's patience. */
  private void takeAllThatIsOwed(Joiner joiner) {
    Set<String> missing = new HashSet<>();
    for (Sender sender : senders) {
      for (int n = joiner.first().get(sender.number()); n < sender.next().get(); n++) {
        missing.add(text(sender, n));
      }
    }
    while (!missing.isEmpty()) {
      missing.remove(joiner.client().nextMessage());
    }
  }

  private String text(Sender sender, int n) {
    return ContractScene.stroke(board, sender.number() + "-" + n);
  }
}
