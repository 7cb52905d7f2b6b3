package org.boardbench.browser.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTraceTest {
  private static final String PRESENTED =
      "{\"frame_reporter\":{\"state\":\"STATE_PRESENTED_ALL\"}}";
  private static final String DROPPED = "{\"frame_reporter\":{\"state\":\"STATE_DROPPED\"}}";

  @Test
  void aMarkIsPresentedWhenTheFrameEndsOnWhoseMainThreadWorkItWasSet() {
    FrameTrace trace =
        read(
            begin(7, "0x1", "PipelineReporter", 1000, PRESENTED),
            begin(7, "0x1", "SendBeginMainFrameToCommit", 1100, "{}"),
            mark(7, "board:a:1", 1500),
            end(7, "0x1", "SendBeginMainFrameToCommit", 2000),
            end(7, "0x1", "PipelineReporter", 17_000));

    assertThat(trace.presentedUs("board:a:1")).hasValue(17_000);
    assertThat(trace.markedUs("board:a:1")).hasValue(1500);
  }

  @Test
  void framesThatOverlapAreToldApartByTheirMainThreadWork() {
    FrameTrace trace =
        read(
            begin(7, "0x1", "PipelineReporter", 1000, PRESENTED),
            begin(7, "0x1", "SendBeginMainFrameToCommit", 1100, "{}"),
            end(7, "0x1", "SendBeginMainFrameToCommit", 2000),
            begin(7, "0x2", "PipelineReporter", 2100, PRESENTED),
            begin(7, "0x2", "SendBeginMainFrameToCommit", 2200, "{}"),
            mark(7, "board:a:2", 2300),
            end(7, "0x1", "PipelineReporter", 17_000),
            end(7, "0x2", "SendBeginMainFrameToCommit", 2500),
            end(7, "0x2", "PipelineReporter", 34_000));

    assertThat(trace.presentedUs("board:a:2")).hasValue(34_000);
  }

  @Test
  void aNumberThatIsUsedAgainIsAnotherFrame() {
    FrameTrace trace =
        read(
            begin(7, "0x1", "PipelineReporter", 1000, PRESENTED),
            begin(7, "0x1", "SendBeginMainFrameToCommit", 1100, "{}"),
            end(7, "0x1", "SendBeginMainFrameToCommit", 1200),
            end(7, "0x1", "PipelineReporter", 1300),
            begin(7, "0x1", "PipelineReporter", 2000, PRESENTED),
            begin(7, "0x1", "SendBeginMainFrameToCommit", 2100, "{}"),
            mark(7, "board:a:1", 2150),
            end(7, "0x1", "SendBeginMainFrameToCommit", 2200),
            end(7, "0x1", "PipelineReporter", 2900));

    assertThat(trace.presentedUs("board:a:1")).hasValue(2900);
  }

  @Test
  void eventsMayStandInAnyOrder() {
    FrameTrace trace =
        read(
            end(7, "0x1", "PipelineReporter", 1300),
            end(7, "0x1", "SendBeginMainFrameToCommit", 1300),
            begin(7, "0x1", "SendBeginMainFrameToCommit", 1000, "{}"),
            mark(7, "board:a:1", 1150),
            begin(7, "0x1", "PipelineReporter", 1000, PRESENTED));

    assertThat(trace.presentedUs("board:a:1")).hasValue(1300);
  }

  @Test
  void whatWasDroppedOrIsOfAnotherProcessOrHasNoFrameWasNotPresented() {
    FrameTrace trace =
        read(
            begin(7, "0x1", "PipelineReporter", 1000, DROPPED),
            begin(7, "0x1", "SendBeginMainFrameToCommit", 1100, "{}"),
            mark(7, "board:a:1", 1150),
            mark(8, "board:b:1", 1150),
            end(7, "0x1", "SendBeginMainFrameToCommit", 1200),
            end(7, "0x1", "PipelineReporter", 1300),
            mark(7, "board:a:2", 5000));

    assertThat(trace.presentedUs("board:a:1")).isEmpty();
    assertThat(trace.presentedUs("board:b:1")).isEmpty();
    assertThat(trace.presentedUs("board:a:2")).isEmpty();
    assertThat(trace.presentedUs("board:a:3")).isEmpty();
  }

  @Test
  void theRecordMayHaveItsEarlierNameAndStandAtTheEnd() {
    FrameTrace trace =
        read(
            begin(7, "0x1", "PipelineReporter", 1000, "{}"),
            begin(7, "0x1", "SendBeginMainFrameToCommit", 1100, "{}"),
            mark(7, "board:a:1", 1150),
            end(7, "0x1", "SendBeginMainFrameToCommit", 1200),
            event(
                7,
                "0x1",
                "PipelineReporter",
                "e",
                1300,
                PRESENTED.replace("frame_", "chrome_frame_")));

    assertThat(trace.presentedUs("board:a:1")).hasValue(1300);
  }

  @Test
  void eventsThatBeganBeforeTheTraceAreLeftOut() {
    FrameTrace trace =
        read(
            end(7, "0x1", "SendBeginMainFrameToCommit", 1200),
            end(7, "0x1", "PipelineReporter", 1300),
            mark(7, "board:a:1", 1150));

    assertThat(trace.presentedUs("board:a:1")).isEmpty();
  }

  @Test
  void whatIsNoTraceIsRefused() {
    assertThatThrownBy(
            () -> FrameTrace.read("{\"traceEvents\":[{".getBytes(StandardCharsets.UTF_8), "board:"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no trace");
  }

  private static FrameTrace read(String... events) {
    String json =
        "{\"metadata\":{\"list\":[1]},\"traceEvents\":[" + String.join(",", List.of(events)) + "]}";
    return FrameTrace.read(json.getBytes(StandardCharsets.UTF_8), "board:");
  }

  private static String mark(long pid, String name, long us) {
    return "{\"name\":\"%s\",\"ph\":\"I\",\"cat\":\"blink.user_timing\",\"pid\":%d,\"ts\":%d,\"args\":{}}"
        .formatted(name, pid, us);
  }

  private static String begin(long pid, String id, String name, long us, String arguments) {
    return event(pid, id, name, "b", us, arguments);
  }

  private static String end(long pid, String id, String name, long us) {
    return event(pid, id, name, "e", us, "{}");
  }

  private static String event(
      long pid, String id, String name, String phase, long us, String arguments) {
    return "{\"name\":\"%s\",\"ph\":\"%s\",\"id2\":{\"local\":\"%s\"},\"pid\":%d,\"ts\":%d,\"args\":%s}"
        .formatted(name, phase, id, pid, us, arguments);
  }
}
