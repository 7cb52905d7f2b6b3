package org.boardbench.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Many users who join a board at the same moment. */
final class JoinsAtOnce {
  private JoinsAtOnce() {}

  /**
   * All of them, joined.
   *
   * @param connections gets all that are made
   */
  static List<ContractClient> of(
      int users, TargetUnderTest target, String board, Consumer<AutoCloseable> connections)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ContractClient>> joining =
          IntStream.range(0, users)
              .mapToObj(i -> threads.submit(() -> target.connectTo(board, "u" + i)))
              .toList();
      List<ContractClient> joined = new ArrayList<>();
      for (Future<ContractClient> user : joining) {
        ContractClient client = user.get();
        connections.accept(client);
        joined.add(client);
      }
      return joined;
    }
  }
}
