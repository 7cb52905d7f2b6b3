package org.boardbench.protocol.template;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.UserIdentity;

/**
 * One server's conversation as texts with {@linkplain Placeholder placeholders}. What there is not
 * is empty.
 *
 * @param path goes behind the server's address, perhaps with a query
 * @param subprotocol the {@code Sec-WebSocket-Protocol} to ask for
 * @param join what a user sends first
 * @param joined what is in the frame that confirms it; a regular expression when it stands between
 *     slashes
 * @param message what a user publishes
 * @param frame what all of these go in
 * @param alive what is sent again and again
 * @param aliveNs how much later each time
 */
public record Template(
    String path,
    String subprotocol,
    String join,
    String joined,
    String message,
    FrameKind frame,
    String alive,
    long aliveNs) {
  private static final String SLASH = "/";

  /** What is wrong with {@code joined} as a regular expression; empty when it will do. */
  public static Optional<String> objection(String joined) {
    try {
      confirmation(joined, new UserIdentity(0, 0));
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription() + " at character " + (Math.max(0, e.getIndex()) + 1));
    }
  }

  /** Whether anything tells the server a board; else all users share one. */
  public boolean namesBoards() {
    return Stream.of(path, join, message).anyMatch(text -> Placeholder.BOARD.countIn(text) > 0);
  }

  /**
   * Whether a user is joined as soon as its connection is open: nothing is asked of the server, and
   * nothing is waited for.
   */
  boolean isJoinedOnceOpen() {
    return join.isEmpty() && joined.isEmpty();
  }

  /** Whether a user is joined once a probe of its own has come back. */
  boolean isJoinedByProbe() {
    return joined.isEmpty() && !join.isEmpty();
  }

  /** What the confirmation of {@code user}'s join has in it. */
  Pattern confirmation(UserIdentity user) {
    return confirmation(joined, user);
  }

  private static Pattern confirmation(String joined, UserIdentity user) {
    boolean isRegex = joined.length() > 2 && joined.startsWith(SLASH) && joined.endsWith(SLASH);
    return isRegex
        ? Pattern.compile(
            Placeholder.filled(joined.substring(1, joined.length() - 1), user, Pattern::quote),
            Pattern.DOTALL)
        : Pattern.compile(Pattern.quote(filled(joined, user)));
  }

  /** {@code text} as {@code user} says it. */
  static String filled(String text, UserIdentity user) {
    return Placeholder.filled(text, user, UnaryOperator.identity());
  }
}
