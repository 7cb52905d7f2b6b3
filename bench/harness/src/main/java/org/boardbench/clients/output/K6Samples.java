package org.boardbench.clients.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON lines that k6 writes with {@code --out json=samples.json}: of those of type {@code
 * Point} the metric {@code boardbench_rtt}, in milliseconds and taken when the message came back.
 * All other lines are passed over. The format is that of k6's documentation, "JSON output".
 */
final class K6Samples {
  static final String FILE_NAME = "samples.json";
  static final String METRIC = "boardbench_rtt";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private K6Samples() {}

  static void read(Path folder, Consumer<RttSample> samples) throws ClientFailure {
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve(FILE_NAME))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        // Most lines are of other metrics; they need not be parsed.
        if (line.contains(METRIC)) {
          read(line, number, samples);
        }
      }
    } catch (IOException e) {
      throw new ClientFailure("k6 left no " + FILE_NAME + " that can be read");
    }
  }

  private static void read(String line, int number, Consumer<RttSample> samples)
      throws ClientFailure {
    try {
      JsonNode json = MAPPER.readTree(line);
      if (json.path("type").stringValue("").equals("Point")
          && json.path("metric").stringValue("").equals(METRIC)) {
        JsonNode data = json.path("data");
        double rttMs = data.path("value").doubleValue();
        Instant returned = OffsetDateTime.parse(data.path("time").stringValue("")).toInstant();
        double returnedMs = returned.getEpochSecond() * 1e3 + returned.getNano() / 1e6;
        samples.accept(new RttSample(returnedMs - rttMs, rttMs));
      }
    } catch (JacksonException | DateTimeException e) {
      throw new ClientFailure(
          "%s, line %d: must be a point of k6's JSON output, was \"%s\""
              .formatted(FILE_NAME, number, line));
    }
  }
}
