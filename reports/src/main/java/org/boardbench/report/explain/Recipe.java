package org.boardbench.report.explain;

import static org.boardbench.report.explain.Part.Basis.DELIVERY;
import static org.boardbench.report.explain.Part.Basis.MESSAGE;
import static org.boardbench.report.explain.Part.Clock.CPU;
import static org.boardbench.report.explain.Part.Clock.CPU_ELSE_TIME;
import static org.boardbench.report.explain.Part.Clock.TIME;

import java.util.List;
import java.util.Optional;

/**
 * Of what the work of a target consists, as far as there are microbenchmarks of it.
 *
 * @param parts in the order in which a message comes through them
 */
record Recipe(String target, List<Part> parts) {
  private static final Part FRAME_IN =
      Part.of("frame-in", MESSAGE, "FrameDecodeBenchmark.decode", "draft-6455-server", TIME)
          .withRemark("Draft_6455 stands in for the server's own decoder");
  private static final Part TEXT_IN =
      Part.of("text-in", MESSAGE, "Utf8Benchmark.decode", "tomcat", TIME, "tomcat");
  private static final Part TEXT_OUT =
      Part.of("text-out", DELIVERY, "Utf8Benchmark.encode", "tomcat", TIME, "tomcat");
  private static final Part FRAME_OUT =
      Part.of("frame-out", DELIVERY, "FrameEncodeBenchmark.encode", "draft-6455-server", TIME)
          .withRemark("Draft_6455 stands in for the server's own encoder");
  private static final Part KERNEL_WRITE =
      Part.of("kernel-write", DELIVERY, "SocketBenchmark.publish", "write-each", CPU_ELSE_TIME);

  private static final List<Recipe> ALL =
      List.of(
          new Recipe(
              "spring-websocket",
              List.of(
                  FRAME_IN,
                  TEXT_IN,
                  Part.of("parse", MESSAGE, "CodecBenchmark.read", "jackson-tree", TIME, "jackson"),
                  handOver("queue-virtual"),
                  TEXT_OUT,
                  FRAME_OUT,
                  KERNEL_WRITE)),
          new Recipe(
              "spring-stomp",
              List.of(
                  FRAME_IN,
                  stomp("stomp-in", MESSAGE, "StompBenchmark.decode")
                      .withRemark("with the text's way from bytes to String and back"),
                  Part.of(
                      "parse", MESSAGE, "JsonBytesBenchmark.read", "jackson-tree", TIME, "jackson"),
                  handOver("virtual-lock"),
                  stomp("stomp-out", DELIVERY, "StompBenchmark.encode")
                      .withRemark("with the text's encoding and Draft_6455's frame around it"),
                  KERNEL_WRITE)),
          new Recipe(
              "reference",
              List.of(
                  FRAME_IN,
                  Part.of(
                          "parse",
                          MESSAGE,
                          "JsonBytesBenchmark.read",
                          "jackson-streaming",
                          TIME,
                          "jackson")
                      .withRemark(
                          "keeps the whole message, of which the server keeps three fields"),
                  KERNEL_WRITE)));

  Recipe {
    parts = List.copyOf(parts);
  }

  private static Part handOver(String strategy) {
    return Part.of("hand-over", DELIVERY, "DispatchBenchmark.oneBoard", strategy, CPU);
  }

  private static Part stomp(String name, Part.Basis basis, String benchmark) {
    return Part.of(name, basis, benchmark, "spring-stomp", TIME, "spring-framework");
  }

  /** Empty for a target that no microbenchmark has the code of. */
  static Optional<Recipe> of(String target) {
    return ALL.stream().filter(recipe -> recipe.target().equals(target)).findFirst();
  }
}
