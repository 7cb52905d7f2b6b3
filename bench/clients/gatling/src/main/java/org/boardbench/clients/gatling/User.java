package org.boardbench.clients.gatling;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;

/**
 * One user on one board: its schedule, and what it makes of what comes. Gatling has one thread at a
 * time for a user.
 */
final class User {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Course course;
  private final Load load;
  private final int board;
  private final String userId;
  private final Stroke stroke;
  private final double phaseMs;
  private int next;
  private boolean joined;

  User(int number, Load load, Course course) {
    this.course = course;
    this.load = load;
    this.board = number % load.boards();
    this.userId = "u" + number;
    this.stroke = new Stroke("b" + board, userId, load.payload());
    this.phaseMs = load.intervalMs() * number / load.users();
  }

  String join() {
    return "{\"type\":\"join\",\"boardId\":\"b%d\",\"userId\":\"%s\"}".formatted(board, userId);
  }

  boolean hasJoined() {
    return joined;
  }

  /** Whether there is one more message before the hold's end. */
  boolean sends() {
    return joined && dueMs() < course.holdEndMs();
  }

  /** When message n is due does not depend on what happened before: start + phase + n intervals. */
  private double dueMs() {
    return course.startMs() + phaseMs + next * load.intervalMs();
  }

  Duration untilDue() {
    return Duration.ofNanos((long) (Math.max(0, dueMs() - Course.nowMs()) * 1e6));
  }

  /** The message that is due, stamped with now. */
  String text() {
    double sentMs = Course.nowMs();
    String text = stroke.text(next, sentMs);
    next++;
    course.sent(board, sentMs);
    return text;
  }

  /**
   * Takes a message.
   *
   * @param atMs when it came
   * @return whether it ends this user's wait: the answer to its join, or its own latest message
   */
  boolean takes(String text, double atMs) {
    JsonNode message;
    try {
      message = MAPPER.readTree(text);
    } catch (JacksonException unreadable) {
      return false;
    }
    return switch (message.path("type").asText()) {
      case "joined" -> {
        hasAnswer();
        yield true;
      }
      case "stroke" -> {
        double sentMs = message.path("sentMs").asDouble();
        course.received(sentMs);
        boolean own = message.path("userId").asText().equals(userId);
        if (own) {
          course.returned(sentMs, atMs);
        }
        yield own && joined && message.path("seq").asInt() == next - 1;
      }
      default -> false;
    };
  }

  private void hasAnswer() {
    joined = true;
    course.joined(board);
    double passedMs = Course.nowMs() - course.startMs() - phaseMs;
    next = (int) Math.max(0, Math.ceil(passedMs / load.intervalMs()));
  }

  /** The server has closed its connection. */
  void dropped() {
    if (joined) {
      joined = false;
      course.dropped(board);
    }
  }
}
