package org.boardbench.scenario;

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
   */
  public record Part(String name, double weight, Behaviour behaviour) {}

  /**
   * @throws IllegalArgumentException when there is no behaviour
   */
  public Scenario {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a scenario has a behaviour at least");
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

  /**
   * Who sends what and when in a stage. A user keeps its behaviour from stage to stage; its
   * messages are others in each.
   *
   * @param startNs no message is before (run clock)
   * @param seed of the repetition
   */
  public Schedule schedule(int users, long startNs, long seed, int stage) {
    BehaviourAssignment assignment = BehaviourAssignment.of(parts, users, seed);
    Schedule[] schedules = new Schedule[parts.size()];
    for (int part = 0; part < schedules.length; part++) {
      // The first one's is the stage's own: a scenario of one behaviour is that behaviour.
      long partSeed = part == 0 ? seed + stage : Seeds.mix(seed + stage, part);
      schedules[part] =
          parts.get(part).behaviour().schedule(assignment.users(part), startNs, partSeed);
    }
    return user -> schedules[assignment.partOf(user)].messages(assignment.placeOf(user));
  }
}
