package org.boardbench.statistics;

import java.util.OptionalInt;

/**
 * What a ratio says.
 *
 * @param needed how many starts each variant needs for an answer; empty where there is one, or no
 *     number is known
 * @param words such as "faster", "no difference larger than 5 %" or "cannot tell: needs n = 12"
 */
public record RatioVerdict(Answer answer, OptionalInt needed, String words) {
  /** What tables have in place of a difference that was not found. */
  public static final String NONE = "~";

  static RatioVerdict of(Answer answer, String words) {
    return new RatioVerdict(answer, OptionalInt.empty(), words);
  }

  static RatioVerdict cannotTell(OptionalInt needed) {
    return new RatioVerdict(
        Answer.CANNOT_TELL,
        needed,
        Answer.CANNOT_TELL.word()
            + ": needs n "
            + (needed.isPresent() ? "= " + needed.getAsInt() : "> " + StartsNeeded.MOST));
  }

  /** {@code ~} where no difference was found, else empty. */
  public String mark() {
    return answer.isDifference() ? "" : NONE;
  }
}
