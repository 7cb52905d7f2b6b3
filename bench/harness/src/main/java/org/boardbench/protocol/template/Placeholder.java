package org.boardbench.protocol.template;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.boardbench.protocol.UserIdentity;

/** What stands in braces in a text of a {@link Template}, and is filled in for each user. */
public enum Placeholder {
  /** The board's id. */
  BOARD,
  /** The user's id. */
  USER,
  /** What the driver knows a message by. */
  STAMP,
  /** The number of the user's message. */
  SEQ,
  /** As many letters as bring the message to its size. */
  PAYLOAD;

  /** What is the same in everything that a user sends. */
  public static final Set<Placeholder> OF_THE_USER =
      Collections.unmodifiableSet(EnumSet.of(BOARD, USER));

  /** A word of small letters alone: no braces of JSON hold one. */
  private static final Pattern SHAPE = Pattern.compile("\\{([a-z]+)\\}");

  /** As it is written. */
  public String text() {
    return "{" + word() + "}";
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Placeholder> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** How often it is in {@code text}. */
  public int countIn(String text) {
    return text.split(Pattern.quote(text()), -1).length - 1;
  }

  /** Every placeholder in {@code text} that is none of {@code known}, as it is written. */
  public static List<String> othersIn(String text, Set<Placeholder> known) {
    return SHAPE
        .matcher(text)
        .results()
        .filter(found -> of(found.group(1)).filter(known::contains).isEmpty())
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  /**
   * {@code text} with what is the same in everything that {@code user} sends; the rest stays.
   *
   * @param form of a value in there
   */
  static String filled(String text, UserIdentity user, UnaryOperator<String> form) {
    return text.replace(BOARD.text(), form.apply(user.boardId()))
        .replace(USER.text(), form.apply(user.userId()));
  }
}
