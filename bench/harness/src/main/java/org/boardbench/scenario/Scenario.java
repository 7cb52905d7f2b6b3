package org.boardbench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.boardbench.core.Seeds;
import org.boardbench.scenario.behaviour.Behaviour;
import org.boardbench.scenario.behaviour.Steady;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.Schedule;

/** What users do: behaviours with weights. Immutable. */
public record Scenario(List<Part> parts) {
  private static final String ONLY = "all";

  /**
   * One of the behaviours.
   *
   * @param name of the author's choice
   * @param weight the share of users who behave so, against the other weights
   * @param perBoard how many users of each board behave so, whatever the weights; 0: it is shared
   *     out by weight
   */
  public record Part(String name, double weight, int perBoard, Behaviour behaviour) {
    /** Shared out by weight. */
    public Part(String name, double weight, Behaviour behaviour) {
      this(name, weight, 0, behaviour);
    }

    /** So many of each board; its share of the users follows from their number. */
    public static Part perBoard(String name, int number, Behaviour behaviour) {
      return new Part(name, 1, number, behaviour);
    }

    boolean isByWeight() {
      return perBoard == 0;
    }

    private Part withWeight(double other) {
      return new Part(name, other, perBoard, behaviour);
    }
  }

  /**
   * @throws IllegalArgumentException when there is no behaviour for those who have no place of
   *     their own
   */
  public Scenario {
    parts = List.copyOf(parts);
    if (parts.stream().noneMatch(Part::isByWeight)) {
      throw new IllegalArgumentException("a scenario has a behaviour with a weight at least");
    }
  }

  /** All users behave alike. */
  public static Scenario of(Behaviour behaviour) {
    return new Scenario(List.of(new Part(ONLY, 1, behaviour)));
  }

  /** The default: each user sends strokes of one size at a constant rate. */
  public static Scenario steady(double ratePerUser, int bytes) {
    return of(new Steady(MessageClass.STROKE, ratePerUser, PayloadSizes.of(bytes)));
  }

  /**
   * The same with the weights that {@code users} on {@code boards} give it: means over users are
   * then right whether a part is shared out by weight or has places of its own.
   */
  public Scenario weighedFor(int users, int boards) {
    if (parts.stream().allMatch(Part::isByWeight)) {
      return this;
    }
    BoardPlaces places = BoardPlaces.of(parts);
    double sum = parts.stream().filter(Part::isByWeight).mapToDouble(Part::weight).sum();
    double others = Math.max(0, users - (double) places.number() * boards);
    List<Part> weighed = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      Part one = parts.get(part);
      double number =
          one.isByWeight() ? others * one.weight() / sum : places.users(part, users, boards);
      weighed.add(one.withWeight(number));
    }
    return new Scenario(weighed);
  }

  /** Messages a second, in the mean over the users. */
  public double ratePerUser() {
    return meanOverUsers(Behaviour::ratePerUser);
  }

  /** The mean of what a user's behaviour comes to. */
  public double meanOverUsers(ToDoubleFunction<Behaviour> figure) {
    return mean(Part::weight, figure);
  }

  /** The size of a message, in the mean over all of them. */
  public double meanBytes() {
    return mean(part -> part.weight() * part.behaviour().ratePerUser(), Behaviour::meanBytes);
  }

  private double mean(ToDoubleFunction<Part> weight, ToDoubleFunction<Behaviour> figure) {
    if (parts.size() == 1) {
      return figure.applyAsDouble(parts.getFirst().behaviour());
    }
    double weights = parts.stream().mapToDouble(weight).sum();
    return parts.stream()
            .mapToDouble(
                part -> weight.applyAsDouble(part) * figure.applyAsDouble(part.behaviour()))
            .sum()
        / weights;
  }

  /** The numbers of its messages' classes are below. */
  public int messageClasses() {
    return 1
        + parts.stream()
            .flatMap(part -> part.behaviour().classes().stream())
            .mapToInt(MessageClass::number)
            .max()
            .orElseThrow();
  }

  public int smallestBytes() {
    return parts.stream()
        .mapToInt(part -> part.behaviour().sizes().smallestBytes())
        .min()
        .orElseThrow();
  }

  public int largestBytes() {
    return parts.stream()
        .mapToInt(part -> part.behaviour().sizes().largestBytes())
        .max()
        .orElseThrow();
  }

  /** The same of users who are all on one board. */
  public Schedule schedule(int users, long startNs, long seed, int stage) {
    return schedule(users, 1, startNs, seed, stage);
  }

  /**
   * Who sends what and when in a stage. A user keeps its behaviour from stage to stage; its
   * messages are others in each.
   *
   * @param boards user {@code u} is on board {@code u % boards}
   * @param startNs no message is before (run clock)
   * @param seed of the repetition
   */
  public Schedule schedule(int users, int boards, long startNs, long seed, int stage) {
    BehaviourAssignment assignment = BehaviourAssignment.of(parts, users, boards, seed);
    Schedule[] schedules = new Schedule[parts.size()];
    for (int part = 0; part < schedules.length; part++) {
      // The first one's is the stage's own: a scenario of one behaviour is that behaviour.
      long partSeed = part == 0 ? seed + stage : Seeds.mix(seed + stage, part);
      int[] members = assignment.usersOf(part);
      schedules[part] =
          parts
              .get(part)
              .behaviour()
              .schedule(members.length, place -> members[place] % boards, startNs, partSeed);
    }
    return user -> schedules[assignment.partOf(user)].messages(assignment.placeOf(user));
  }
}
