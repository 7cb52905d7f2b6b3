package org.boardbench.browser.felt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a page has kept since it was told to begin. Times are milliseconds of the page's clock,
 * frames count from 1; 0 is none.
 *
 * @param fps frames a second
 * @param ended why the page has no connection any more; empty while it has
 * @param sends its own messages
 * @param shows messages of others
 * @param marksMs when it drew a frame, by the frame's number
 * @param elementsMs when a frame was presented by Element Timing, likewise
 */
record Observations(
    double fps,
    boolean isIsolated,
    String ended,
    List<Send> sends,
    List<Show> shows,
    Map<Integer, Double> marksMs,
    Map<Integer, Double> elementsMs) {
  /** What the names of all marks begin with. */
  static final String MARKS = "board:";

  /** Of a page that nobody could ask. */
  static final Observations NONE =
      new Observations(0, false, "", List.of(), List.of(), Map.of(), Map.of());

  Observations {
    sends = List.copyOf(sends);
    shows = List.copyOf(shows);
    marksMs = Map.copyOf(marksMs);
    elementsMs = Map.copyOf(elementsMs);
  }

  /**
   * A message of its own.
   *
   * @param frame in which its ink was drawn
   */
  record Send(int seq, double inputMs, double handlerMs, double sentMs, int frame) {}

  /**
   * A message of another one.
   *
   * @param frame in which it was drawn
   */
  record Show(String sender, int seq, double arrivedMs, double handledMs, int frame) {}

  /** As {@code measured.take()} in the page gives them. */
  static Observations of(JsonNode taken) {
    List<Send> sends = new ArrayList<>();
    for (JsonNode send : taken.path("sends")) {
      sends.add(
          new Send(
              send.path(0).asInt(),
              send.path(1).asDouble(),
              send.path(2).asDouble(),
              send.path(3).asDouble(),
              send.path(4).asInt()));
    }
    List<Show> shows = new ArrayList<>();
    for (JsonNode show : taken.path("shows")) {
      shows.add(
          new Show(
              show.path(0).asString(),
              show.path(1).asInt(0),
              show.path(2).asDouble(),
              show.path(3).asDouble(),
              show.path(4).asInt()));
    }
    return new Observations(
        taken.path("fps").asDouble(),
        taken.path("isolated").asBoolean(),
        taken.path("ended").asString(),
        sends,
        shows,
        byFrame(taken.path("frames")),
        byFrame(taken.path("elements")));
  }

  private static Map<Integer, Double> byFrame(JsonNode pairs) {
    Map<Integer, Double> times = new HashMap<>();
    pairs.forEach(pair -> times.putIfAbsent(pair.path(0).asInt(), pair.path(1).asDouble()));
    return times;
  }

  /** What the page calls a frame in the browser's trace. */
  static String mark(String page, int frame) {
    return MARKS + page + ":" + frame;
  }
}
