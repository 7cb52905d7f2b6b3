package org.boardbench.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.boardbench.core.Seeds;

/**
 * Which user behaves how. Each run of ten users has the parts in proportion to their weights, as
 * near as can be, in seeded order: so shares are right for any number of users, a user's part does
 * not depend on that number, and a board, whose users are at even distances, has no part of its
 * own. Those come behind the users whose places on their boards decide.
 */
final class BehaviourAssignment {
  private static final int BLOCK = 10;

  private final int[] partOf;
  private final int[] placeOf;
  private final int[] users;

  private BehaviourAssignment(int[] partOf, int parts) {
    this.partOf = partOf;
    this.placeOf = new int[partOf.length];
    this.users = new int[parts];
    for (int user = 0; user < partOf.length; user++) {
      placeOf[user] = users[partOf[user]]++;
    }
  }

  /**
   * @param boards that the users are on; user {@code u} is at place {@code u / boards} of its own
   */
  static BehaviourAssignment of(List<Scenario.Part> parts, int users, int boards, long seed) {
    BoardPlaces places = BoardPlaces.of(parts);
    int placed = (int) Math.min(users, (long) places.number() * boards);
    int[] byWeight = byWeight(parts, users - placed, seed);
    int[] partOf = new int[users];
    for (int user = 0; user < placed; user++) {
      partOf[user] = places.partOf(user / boards);
    }
    System.arraycopy(byWeight, 0, partOf, placed, users - placed);
    return new BehaviourAssignment(partOf, parts.size());
  }

  /** The parts of {@code users} users, and of as many more as fill the last block. */
  private static int[] byWeight(List<Scenario.Part> parts, int users, long seed) {
    double[] weights =
        parts.stream().mapToDouble(part -> part.isByWeight() ? part.weight() : 0).toArray();
    double sum = Arrays.stream(weights).sum();
    int[] given = new int[weights.length];
    // Whole blocks, so that the last one is shuffled as it is when there are more users.
    int[] partOf = new int[(users + BLOCK - 1) / BLOCK * BLOCK];
    for (int user = 0; user < partOf.length; user++) {
      partOf[user] = mostOwed(weights, sum, given, user + 1);
      given[partOf[user]]++;
    }
    for (int block = 0; block < partOf.length / BLOCK; block++) {
      shuffle(partOf, block * BLOCK, new SplittableRandom(Seeds.mix(seed, block)));
    }
    return partOf;
  }

  private static int mostOwed(double[] weights, double sum, int[] given, int users) {
    int most = 0;
    for (int part = 1; part < weights.length; part++) {
      if (owed(weights, sum, given, users, part) > owed(weights, sum, given, users, most)) {
        most = part;
      }
    }
    return most;
  }

  private static double owed(double[] weights, double sum, int[] given, int users, int part) {
    return weights[part] / sum * users - given[part];
  }

  private static void shuffle(int[] parts, int from, SplittableRandom random) {
    for (int i = BLOCK - 1; i > 0; i--) {
      int other = from + random.nextInt(i + 1);
      int kept = parts[from + i];
      parts[from + i] = parts[other];
      parts[other] = kept;
    }
  }

  /** The part of {@code user}, by its place in the scenario. */
  int partOf(int user) {
    return partOf[user];
  }

  /** The place of {@code user} among those of its part, from 0. */
  int placeOf(int user) {
    return placeOf[user];
  }

  /** Who has {@code part}, by their places among them. */
  int[] usersOf(int part) {
    int[] members = new int[users[part]];
    for (int user = 0; user < partOf.length; user++) {
      if (partOf[user] == part) {
        members[placeOf[user]] = user;
      }
    }
    return members;
  }
}
