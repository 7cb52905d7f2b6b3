package org.boardbench.driver.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.boardbench.account.ledger.IsolatedGroups;
import org.boardbench.account.ledger.SplitBoard;
import org.boardbench.protocol.UserIdentity;

/**
 * Who of a board's users reach each other, when all have published: a server whose workers share no
 * broker splits them into groups.
 */
public final class SplitServer {
  private static final int MOST_NAMES = 16;

  private SplitServer() {}

  /**
   * The groups in words, if that is what the deliveries look like.
   *
   * @param users of one board
   * @param strokes one of each of them, in the same order
   */
  static Optional<String> groups(List<WireCheckUser> users, List<WireCheckStroke> strokes) {
    return IsolatedGroups.of(
            users, (receiver, sender) -> receiver.has(strokes.get(users.indexOf(sender))))
        .map(groups ->
            words(
                groups.stream()
                    .map(group -> group.stream().map(WireCheckUser::identity).toList())
                    .toList()));
  }

  /** The same of a stage, in which everybody has published several times. */
  public static String words(SplitBoard split) {
    return words(
        split.groups().stream()
            .map(
                group -> group.stream().map(user -> new UserIdentity(user, split.board())).toList())
            .toList());
  }

  private static String words(List<List<UserIdentity>> groups) {
    UserIdentity first = groups.getFirst().getFirst();
    return "%s and %s of board %s do not reach each other: the server looks split into %d workers that share no broker (%s)"
        .formatted(
            first.userId(),
            groups.get(1).getFirst().userId(),
            first.boardId(),
            groups.size(),
            groups.stream().map(SplitServer::names).collect(Collectors.joining(" | ")));
  }

  private static String names(List<UserIdentity> group) {
    String names =
        group.stream().limit(MOST_NAMES).map(UserIdentity::userId).collect(Collectors.joining(" "));
    int further = group.size() - MOST_NAMES;
    return further > 0 ? names + " and " + further + " more" : names;
  }
}
