package org.boardbench.browser.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trace of Chromium, as far as it tells when what a page had marked was presented. The page sets
 * a mark while it draws a frame; the frame is the one whose work on the page's main thread, from
 * {@code BeginMainFrame} to its commit, has the mark in it; and its {@code PipelineReporter} ends
 * when it was presented. Times are microseconds of the trace's clock, which is {@code
 * CLOCK_MONOTONIC} on Linux.
 */
public final class FrameTrace {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String EVENTS = "traceEvents";
  private static final String FRAME = "PipelineReporter";
  private static final String MAIN_THREAD = "SendBeginMainFrameToCommit";
  private static final String PRESENTED = "STATE_PRESENTED_ALL";

  /** Microseconds a clock may count a mark before or after the part that it is in. */
  private static final double SLACK_US = 5;

  private final String prefix;
  private final Map<String, Mark> marks = new HashMap<>();

  /** Of each process, by the beginning of their work on the main thread. */
  private final Map<Long, TreeMap<Double, Frame>> frames = new HashMap<>();

  private final Map<Track, Deque<Open>> open = new HashMap<>();

  private FrameTrace(String prefix) {
    this.prefix = prefix;
  }

  /** Where events that belong together are told; a number is used again once all have ended. */
  private record Track(long pid, String id) {}

  private record Mark(long pid, double atUs) {}

  private record Frame(double mainEndUs, double presentedUs) {}

  /** An event that has begun, with what is known of the frame that it is of. */
  private static final class Open {
    private final String name;
    private final double startUs;
    private boolean isPresented;
    private final List<double[]> mainThread = new ArrayList<>();

    Open(String name, double startUs) {
      this.name = name;
      this.startUs = startUs;
    }
  }

  /**
   * Reads a trace in Chromium's JSON.
   *
   * @param prefix what the names of the marks begin with that somebody will ask for
   * @throws IllegalArgumentException when it is none
   */
  public static FrameTrace read(byte[] json, String prefix) {
    FrameTrace trace = new FrameTrace(prefix);
    try (JsonParser parser = MAPPER.createParser(json)) {
      boolean isThere = false;
      while (!isThere && parser.nextToken() != null) {
        isThere =
            parser.currentToken() == JsonToken.START_ARRAY
                && (parser.currentName() == null || parser.currentName().equals(EVENTS));
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        trace.take(parser.readValueAsTree());
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no trace: " + e.getOriginalMessage(), e);
    }
    trace.open.clear();
    return trace;
  }

  private void take(JsonNode event) {
    String name = event.path("name").asString("");
    if (name.startsWith(prefix)) {
      marks.putIfAbsent(name, new Mark(event.path("pid").asLong(0), event.path("ts").asDouble(0)));
    } else if (name.equals(FRAME) || name.equals(MAIN_THREAD)) {
      switch (event.path("ph").asString("")) {
        case "b" -> begin(event, name);
        case "e" -> end(event, name);
        default -> {}
      }
    }
  }

  private static Track track(JsonNode event) {
    JsonNode local = event.path("id2").path("local");
    String id = local.isString() ? local.stringValue() : event.path("id").asString("");
    return new Track(event.path("pid").asLong(0), id);
  }

  private void begin(JsonNode event, String name) {
    Open begun = new Open(name, event.path("ts").asDouble(0));
    note(event, begun);
    open.computeIfAbsent(track(event), first -> new ArrayDeque<>()).push(begun);
  }

  /** Versions differ in what the record is called, and in which of the two events has it. */
  private static void note(JsonNode event, Open frame) {
    JsonNode arguments = event.path("args");
    for (String record : List.of("frame_reporter", "chrome_frame_reporter")) {
      frame.isPresented |= arguments.path(record).path("state").asString("").equals(PRESENTED);
    }
  }

  private void end(JsonNode event, String name) {
    Deque<Open> track = open.get(track(event));
    if (track == null || track.isEmpty() || !track.peek().name.equals(name)) {
      return; // it began before the trace did
    }
    Open ended = track.pop();
    double endUs = event.path("ts").asDouble(0);
    if (name.equals(MAIN_THREAD)) {
      Open frame = track.peek();
      if (frame != null) {
        frame.mainThread.add(new double[] {ended.startUs, endUs});
      }
    } else {
      note(event, ended);
      if (ended.isPresented) {
        presented(event.path("pid").asLong(0), ended, endUs);
      }
    }
  }

  private void presented(long pid, Open frame, double atUs) {
    for (double[] part : frame.mainThread) {
      frames.computeIfAbsent(pid, first -> new TreeMap<>()).put(part[0], new Frame(part[1], atUs));
    }
  }

  /** When the mark was set, in microseconds; empty when it is not in the trace. */
  public OptionalDouble markedUs(String mark) {
    return Optional.ofNullable(marks.get(mark)).stream().mapToDouble(Mark::atUs).findFirst();
  }

  /**
   * When the frame was presented in which the mark was set, in microseconds; empty when it was not,
   * or the trace does not tell.
   */
  public OptionalDouble presentedUs(String mark) {
    Mark set = marks.get(mark);
    if (set == null || !frames.containsKey(set.pid)) {
      return OptionalDouble.empty();
    }
    Map.Entry<Double, Frame> frame = frames.get(set.pid).floorEntry(set.atUs + SLACK_US);
    return frame != null && set.atUs <= frame.getValue().mainEndUs + SLACK_US
        ? OptionalDouble.of(frame.getValue().presentedUs)
        : OptionalDouble.empty();
  }
}
