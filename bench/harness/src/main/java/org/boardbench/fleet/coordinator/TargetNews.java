package org.boardbench.fleet.coordinator;

import java.util.Optional;
import java.util.function.Consumer;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.host.sampling.ResourceSnapshot;

/** What an agent has told of the target on its machine. Thread-safe. */
final class TargetNews {
  private Optional<ToCoordinator.OfTarget> answer = Optional.empty();
  private Optional<ToCoordinator.Ended> ended = Optional.empty();
  private Consumer<ResourceSnapshot> samples = snapshot -> {};

  /** Takes in what it has said. */
  synchronized void take(ToCoordinator.OfTarget message) {
    switch (message) {
      case ToCoordinator.Ended how -> ended = Optional.of(how);
      case ToCoordinator.Sampled sample when !sample.isAsked() -> samples.accept(sample.snapshot());
      default -> answer = Optional.of(message);
    }
  }

  /** Something else is asked: what was said before is no answer to it. */
  synchronized void asked(ToAgent.OfTarget question) {
    answer = Optional.empty();
    if (question instanceof ToAgent.Launch) {
      ended = Optional.empty(); // that was another one
    }
  }

  /** To what was asked last; empty as long as there is none. */
  synchronized Optional<ToCoordinator.OfTarget> answer() {
    return answer;
  }

  /** How it ended by itself. */
  synchronized Optional<ToCoordinator.Ended> ended() {
    return ended;
  }

  /** From now on {@code listener} gets the samples of every second; nobody else does. */
  synchronized void tellSamples(Consumer<ResourceSnapshot> listener) {
    samples = listener;
  }
}
