package org.boardbench.browser.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
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

  private final List<Step> steps = new ArrayList<>();

  private FrameTrace(String prefix) {
    this.prefix = prefix;
  }

  /** Where events that belong together are told; a number is used again once all have ended. */
  private record Track(long pid, String id) {}

  private record Mark(long pid, double atUs) {}

  private record Frame(double mainEndUs, double presentedUs) {}

  /** A beginning or an end. */
  private record Step(Track track, String name, boolean isBegin, double atUs, boolean isPresented) {
    boolean isFrame() {
      return name.equals(FRAME);
    }

    /** At one moment: what ends goes before what begins, and what is inside ends first. */
    int rank() {
      if (isBegin) {
        return isFrame() ? 2 : 3;
      }
      return isFrame() ? 1 : 0;
    }
  }

  /** What has begun and not ended, with the main thread's parts of a frame. */
  private static final class Open {
    private final Step begin;
    private final List<double[]> mainThread = new ArrayList<>();

    Open(Step begin) {
      this.begin = begin;
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
    trace.pair();
    return trace;
  }

  private void take(JsonNode event) {
    String name = event.path("name").asString("");
    if (name.startsWith(prefix)) {
      marks.putIfAbsent(name, new Mark(event.path("pid").asLong(0), event.path("ts").asDouble(0)));
    } else if (name.equals(FRAME) || name.equals(MAIN_THREAD)) {
      String phase = event.path("ph").asString("");
      if (phase.equals("b") || phase.equals("e")) {
        steps.add(
            new Step(
                track(event),
                name,
                phase.equals("b"),
                event.path("ts").asDouble(0),
                isPresented(event.path("args"))));
      }
    }
  }

  private static Track track(JsonNode event) {
    JsonNode local = event.path("id2").path("local");
    String id = local.isString() ? local.stringValue() : event.path("id").asString("");
    return new Track(event.path("pid").asLong(0), id);
  }

  /** Versions differ in what the record is called, and in which of the two steps has it. */
  private static boolean isPresented(JsonNode arguments) {
    return List.of("frame_reporter", "chrome_frame_reporter").stream()
        .anyMatch(record -> arguments.path(record).path("state").asString("").equals(PRESENTED));
  }

  /** The file has them in no order. */
  private void pair() {
    steps.sort(Comparator.comparingDouble(Step::atUs).thenComparingInt(Step::rank));
    Map<Track, Deque<Open>> open = new HashMap<>();
    for (Step step : steps) {
      Deque<Open> track = open.computeIfAbsent(step.track, first -> new ArrayDeque<>());
      if (step.isBegin) {
        track.push(new Open(step));
      } else if (!track.isEmpty() && track.peek().begin.name.equals(step.name)) {
        end(track, track.pop(), step);
      } // else it began before the trace did
    }
    steps.clear();
  }

  private void end(Deque<Open> track, Open ended, Step end) {
    if (!end.isFrame()) {
      if (!track.isEmpty()) {
        track.peek().mainThread.add(new double[] {ended.begin.atUs, end.atUs});
      }
    } else if (ended.begin.isPresented || end.isPresented) {
      presented(end.track.pid, ended, end.atUs);
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
