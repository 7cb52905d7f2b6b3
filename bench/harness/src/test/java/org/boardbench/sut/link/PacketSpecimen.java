package org.boardbench.sut.link;

import java.time.Duration;
import java.util.List;

/** A harness that has packets dropped, or has just prepared for it, and then waits to be ended. */
final class PacketSpecimen {
  private PacketSpecimen() {}

  /**
   * Prepares, drops and waits.
   *
   * @param args a port; then {@code drop}, or {@code prepare} to drop nothing yet
   */
  public static void main(String[] args) throws Exception {
    try (PacketDrop drop = PacketFilter.find().prepare(List.of(Integer.valueOf(args[0])))) {
      if (args[1].equals("drop")) {
        drop.begin();
      }
      System.out.println("ready");
      Thread.sleep(Duration.ofMinutes(5));
    }
  }
}
