package org.boardbench.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * The places of each board that parts have for themselves, those of the first part first: who is at
 * one of them has its part whatever number of users there is. Others share the parts by weight.
 */
final class BoardPlaces {
  private final int[] partOf;

  private BoardPlaces(int[] partOf) {
    this.partOf = partOf;
  }

  static BoardPlaces of(List<Scenario.Part> parts) {
    List<Integer> places = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      for (int i = 0; i < parts.get(part).perBoard(); i++) {
        places.add(part);
      }
    }
    return new BoardPlaces(places.stream().mapToInt(Integer::intValue).toArray());
  }

  /** How many there are on each board. */
  int number() {
    return partOf.length;
  }

  /** The part that has {@code place}. */
  int partOf(int place) {
    return partOf[place];
  }

  /** How many of {@code users} users on {@code boards} boards have the places of {@code part}. */
  int users(int part, int users, int boards) {
    long sum = 0;
    for (int place = 0; place < partOf.length; place++) {
      if (partOf[place] == part) {
        sum += Math.clamp(users - (long) place * boards, 0, boards);
      }
    }
    return (int) sum;
  }
}
