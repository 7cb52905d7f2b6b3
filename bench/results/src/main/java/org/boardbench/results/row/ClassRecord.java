package org.boardbench.results.row;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One row of {@code classes.csv}: a stage's messages of one class.
 *
 * @param messageClass by its name
 * @param isDroppable whether the next message of the class makes up for one that is dropped
 * @param late deliveries of a droppable class that came so late that the next ones had made up for
 *     them; empty of a class of which every message counts
 * @param pointAge of each delivery at another than the sender, from when the first of the message's
 *     points was drawn
 * @param stage the stage's row, its counts and times those of the class alone
 */
public record ClassRecord(
    String messageClass,
    boolean isDroppable,
    OptionalLong late,
    TimeFigures pointAge,
    Sizes sizes,
    StageRecord stage) {
  /**
   * How large its messages are, without what a protocol puts around them.
   *
   * @param sentBytes of all that were sent
   * @param typical bytes of one of them; empty where nobody looked
   * @param typicalDeflated the same message, compressed by itself
   */
  public record Sizes(long sentBytes, OptionalInt typical, OptionalInt typicalDeflated) {}
}
