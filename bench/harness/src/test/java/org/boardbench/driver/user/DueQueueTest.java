package org.boardbench.driver.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueQueueTest {
  private final DueQueue queue = new DueQueue();
  private final List<String> done = new ArrayList<>();

  private final class Named extends DueQueue.Entry {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    void due(long nowNs) {
      done.add(name + " at " + nowNs);
    }
  }

  @Test
  void entriesAreDoneInTheOrderOfTheirTimesAndNoneBeforeIts() {
    queue.add(new Named("late"), 30);
    queue.add(new Named("early"), 10);

    assertThat(queue.doNext(9)).isFalse();
    assertThat(queue.doNext(10)).isTrue();
    assertThat(queue.doNext(29)).isFalse();
    assertThat(queue.nextNs()).isEqualTo(30);
    assertThat(queue.doNext(31)).isTrue();
    assertThat(queue.nextNs()).isEqualTo(Long.MAX_VALUE);
    assertThat(done).containsExactly("early at 10", "late at 31");
  }

  @Test
  void anEntryIsInTheQueueOnceAtMost() {
    Named entry = new Named("one");
    queue.add(entry, 10);

    assertThatThrownBy(() -> queue.add(entry, 20)).isInstanceOf(IllegalStateException.class);
    assertThat(queue.nextNs()).isEqualTo(10);
    queue.doNext(10);
    queue.add(entry, 20);
    queue.clear();
    queue.add(entry, 30);
    queue.remove(entry);
    queue.remove(entry);
    assertThat(entry.isQueued()).isFalse();
    assertThat(queue.doNext(99)).isFalse();
  }
}
