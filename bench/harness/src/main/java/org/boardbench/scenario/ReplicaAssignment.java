package org.boardbench.scenario;

/**
 * Which replica of a server each user connects to where nothing is between them: the members of a
 * board have them in turn, and each board begins with the next one. So no board has one replica for
 * itself, and all replicas have as many users. A table, as in {@link BoardAssignment}. Immutable.
 */
public final class ReplicaAssignment {
  /** There is one, or nobody knows who is where. */
  public static final ReplicaAssignment NONE = new ReplicaAssignment(new int[0]);

  private final int[] replicaOf;

  private ReplicaAssignment(int[] replicaOf) {
    this.replicaOf = replicaOf;
  }

  /** Of all users. */
  public static ReplicaAssignment of(BoardAssignment boards, int replicas) {
    if (replicas == 1) {
      return NONE;
    }
    int[] replicaOf = new int[boards.users()];
    for (int user = 0; user < replicaOf.length; user++) {
      replicaOf[user] = replicaOf(user, boards.boards(), replicas);
    }
    return new ReplicaAssignment(replicaOf);
  }

  /** Of one user; counts from 0. */
  public static int replicaOf(int user, int boards, int replicas) {
    return (user / boards + user % boards) % replicas;
  }

  /** Whether there are several, and who is where is known. */
  public boolean isKnown() {
    return replicaOf.length > 0;
  }

  public boolean isSame(int user, int other) {
    return replicaOf[user] == replicaOf[other];
  }
}
