package org.boardbench.driver.io.uring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SlotsTest {
  private static final int MANY = 300;

  private final Slots<String> slots = new Slots<>(Arena.ofAuto());

  @Test
  void noTwoOwnersHaveTheSameMemory() {
    Set<Long> addresses = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      int slot = slots.take("owner " + i);
      addresses.add(slots.memory(slot).address() + slots.offset(slot));
      assertThat(slots.owner(slot)).isEqualTo("owner " + i);
    }
    assertThat(addresses).hasSize(MANY);
    assertThat(slots.inUse()).isEqualTo(MANY);
  }

  @Test
  void aSlotWhoseOwnerHasGoneIsNotGivenAgainUntilItsOperationHasEnded() {
    int left = slots.take("gone");
    slots.leave(left);
    assertThat(slots.owner(left)).isNull();
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      taken.add(slots.take("other"));
    }
    assertThat(taken).doesNotContain(left);

    slots.giveBack(left);

    assertThat(slots.take("next")).isEqualTo(left);
  }

  @Test
  void aSlotTakesWhatItHoldsAndLeavesTheRest() {
    ByteBuffer bytes = ByteBuffer.allocate(Slots.BYTES + 5);
    bytes.put(3, (byte) 77).position(3);
    int slot = slots.take("owner");

    assertThat(slots.fill(slot, bytes)).isEqualTo(Slots.BYTES);
    assertThat(bytes.remaining()).isEqualTo(2);
    assertThat(slots.memory(slot).get(ValueLayout.JAVA_BYTE, slots.offset(slot)))
        .isEqualTo((byte) 77);
  }
}
