package org.boardbench.account.record;

/**
 * The part of a trial that a message was intended for; written into its stamp as {@code w}, {@code
 * r2} or {@code h2}.
 *
 * @param stage counts from 1; 0 for the warm-up
 */
public record Phase(Kind kind, int stage) {
  /** What happens to a message's figures: thrown away, counted apart, or the row's. */
  public enum Kind {
    WARM_UP('w'),
    RAMP('r'),
    HOLD('h');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    /** Of the messages that a stage's row is about; a warm-up, which is stage 0, has no other. */
    public static Kind mainOf(int stage) {
      return stage == 0 ? WARM_UP : HOLD;
    }

    public char letter() {
      return letter;
    }

    /** The kind with this letter; null when there is none. */
    public static Kind of(int letter) {
      return switch (letter) {
        case 'w' -> WARM_UP;
        case 'r' -> RAMP;
        case 'h' -> HOLD;
        default -> null;
      };
    }
  }

  /** The stamp's spelling, also the tag of the interval logs. */
  public String tag() {
    return kind == Kind.WARM_UP ? "w" : kind.letter() + Integer.toString(stage);
  }
}
