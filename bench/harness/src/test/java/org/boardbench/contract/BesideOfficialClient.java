package org.boardbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An official client and users of the driver on one board, who all publish at once. */
final class BesideOfficialClient {
  private static final int USERS = 3;
  private static final int EACH = 200;
  private static final Pattern STAMP = Pattern.compile("\"stamp\":\"(\\d+\\.\\d+\\.w\\.0\\.0)\"");
  private static final Pattern NOTE = Pattern.compile("\"note\":\"(\\d+)\"");

  private final TargetUnderTest target;
  private final boolean keepsOrder;

  /**
   * @param keepsOrder whether messages of one sender have to come in their order
   */
  BesideOfficialClient(TargetUnderTest target, boolean keepsOrder) {
    this.target = target;
    this.keepsOrder = keepsOrder;
  }

  /** Fails when somebody does not get all that each of the others publishes. */
  void check(int board) throws Exception {
    String boardId = "b" + board;
    try (DriverUsers users = DriverUsers.join(target, board, USERS);
        OfficialClient official = OfficialClient.join(target, boardId, "official")) {
      for (int n = 0; n < EACH; n++) {
        for (DriverUsers.User user : users.all()) {
          user.publish(n);
        }
        official.publish(
            "{\"boardId\":\"%s\",\"type\":\"note\",\"note\":\"%d\"}".formatted(boardId, n));
      }
      int all = (USERS + 1) * EACH;
      users.await("users of the driver get all", user -> known(user.messages()).size() >= all);
      official.await(
          "the official client gets all", () -> known(official.messages()).size() >= all);

      assertAll(users, official.messages());
      users.all().forEach(user -> assertAll(users, user.messages()));
    }
  }

  /** Without what is neither a stroke of the driver's nor a note. */
  private static List<String> known(List<String> messages) {
    List<String> known = new ArrayList<>(found(STAMP, messages));
    known.addAll(found(NOTE, messages));
    return known;
  }

  private void assertAll(DriverUsers users, List<String> messages) {
    List<String> notes = new ArrayList<>();
    for (int n = 0; n < EACH; n++) {
      notes.add(Integer.toString(n));
    }
    assertSame(notes, found(NOTE, messages));
    for (DriverUsers.User user : users.all()) {
      List<String> stamps = notes.stream().map(n -> user.stamp(Integer.parseInt(n))).toList();
      String own = user.stamp(0).substring(0, user.stamp(0).indexOf('.') + 1);
      assertSame(
          stamps, found(STAMP, messages).stream().filter(stamp -> stamp.startsWith(own)).toList());
    }
  }

  private void assertSame(List<String> sent, List<String> received) {
    if (keepsOrder) {
      assertThat(received).isEqualTo(sent);
    } else {
      assertThat(received).containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  private static List<String> found(Pattern pattern, List<String> messages) {
    return messages.stream()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .toList();
  }
}
