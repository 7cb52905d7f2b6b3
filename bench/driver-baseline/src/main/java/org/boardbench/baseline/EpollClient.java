package org.boardbench.baseline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The C client, {@code epoll_client.c}. */
final class EpollClient {
  /** Beyond warm-up and hold: joining thousands of users, and waiting for what is lost. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path program;

  private EpollClient(Path program) {
    this.program = program;
  }

  /**
   * Compiles it.
   *
   * @param folder of the source; the program goes to its {@code target}
   */
  static EpollClient compile(Path folder)
      throws MeasurementException, IOException, InterruptedException {
    Path program = Files.createDirectories(folder.resolve("target")).resolve("epoll_client");
    List<String> command =
        List.of(
            "cc",
            "-std=c11",
            "-O2",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-o",
            program.toString(),
            folder.resolve("epoll_client.c").toString());
    try {
      Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (compiler.waitFor() != 0) {
        throw new MeasurementException("the C client does not compile:\n" + output);
      }
    } catch (IOException noCompiler) {
      throw new MeasurementException(
          "cc: a C compiler is needed, found none: install one (Debian: apt-get install gcc libc6-dev)");
    }
    return new EpollClient(program);
  }

  /** Puts {@code load} on the server at {@code port}. */
  Figures measure(Load load, Settings settings, int port, Path output)
      throws MeasurementException, IOException, InterruptedException {
    List<String> command =
        List.of(
            program.toString(),
            Integer.toString(load.users()),
            Integer.toString(load.boards()),
            Integer.toString(Load.RATE_PER_USER),
            Integer.toString(Load.PAYLOAD_BYTES),
            Long.toString(settings.warmUp().toSeconds()),
            Long.toString(settings.hold().toSeconds()),
            Integer.toString(port));
    try (PinnedProcess client =
        PinnedProcess.start("the C client", settings.clientCpu(), command, output)) {
      client.awaitSuccess(settings.warmUp().plus(settings.hold()).plus(GRACE));
    }
    return figures(MAPPER.readTree(Files.readString(output)));
  }

  static Figures figures(JsonNode json) {
    return new Figures(
        json.path("deliveries").asDouble() / json.path("seconds").asDouble(),
        json.path("lost").asLong(),
        json.path("cpu_pct").asDouble(),
        OptionalDouble.of(json.path("frames_per_read").asDouble()),
        OptionalDouble.of(json.path("rtt_p50_us").asDouble() / 1e3),
        OptionalDouble.of(json.path("rtt_p99_us").asDouble() / 1e3),
        json.path("max_rss_kib").asLong(),
        Optional.empty(),
        "",
        "driver",
        OptionalDouble.empty());
  }
}
