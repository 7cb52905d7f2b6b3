package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class V8ProfileTest {
  @Test
  void aSampleStandsForTheTimeUntilTheNextOneAndIdleOnesForNothing() {
    Samples samples =
        V8Profile.samples(
            new ObjectMapper()
                .readTree(
                    """
                    {"nodes": [
                      {"id": 1, "callFrame": {"functionName": "(root)", "url": ""}, "children": [2, 3, 4]},
                      {"id": 2, "callFrame": {"functionName": "(idle)", "url": ""}},
                      {"id": 3, "callFrame": {"functionName": "(program)", "url": ""}},
                      {"id": 4, "callFrame": {"functionName": "onmessage",
                        "url": "file:///srv/app/node_modules/ws/lib/receiver.js"}, "children": [5]},
                      {"id": 5, "callFrame": {"functionName": "", "url": "file:///srv/app/server.js"},
                        "children": [6]},
                      {"id": 6, "callFrame": {"functionName": "writev", "url": ""}}],
                     "samples": [2, 3, 6, 2, 5],
                     "timeDeltas": [9, 100, 200, 300, 400]}
                    """));

    assertThat(samples.areOfCpuTime()).isFalse();
    assertThat(samples.stacks())
        .containsExactly(
            new Stack("(main)", List.of("native:(program)"), 200e3),
            new Stack(
                "(main)",
                List.of(
                    "node_modules/ws/lib/receiver.js:onmessage",
                    "server.js:(anonymous)",
                    "native:writev"),
                300e3));
  }

  @Test
  void scriptsOfNodeItselfKeepTheirNames() {
    Samples samples =
        V8Profile.samples(
            new ObjectMapper()
                .readTree(
                    """
                    {"nodes": [{"id": 1, "callFrame": {"functionName": "onStreamRead",
                       "url": "node:internal/stream_base_commons"}}],
                     "samples": [1, 1], "timeDeltas": [0, 1000]}
                    """));

    assertThat(samples.stacks().getFirst().frames())
        .containsExactly("node:internal/stream_base_commons:onStreamRead");
  }
}
