package org.boardbench.clients.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** {@code samples.csv}: a header {@code sent_ms,rtt_ms} and a line for each own message. */
final class PlainSamples {
  static final String FILE_NAME = "samples.csv";

  private static final String HEADER = "sent_ms,rtt_ms";

  private PlainSamples() {}

  static void read(Path folder, Consumer<RttSample> samples) throws ClientFailure {
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve(FILE_NAME))) {
      if (!HEADER.equals(lines.readLine())) {
        throw new ClientFailure(FILE_NAME + ", line 1: must be " + HEADER);
      }
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        samples.accept(sample(line, number));
      }
    } catch (IOException e) {
      throw new ClientFailure("the client left no " + FILE_NAME + " that can be read");
    }
  }

  private static RttSample sample(String line, int number) throws ClientFailure {
    int comma = line.indexOf(',');
    try {
      double sentMs = Double.parseDouble(line.substring(0, Math.max(0, comma)));
      double rttMs = Double.parseDouble(line.substring(comma + 1));
      if (Double.isFinite(sentMs) && Double.isFinite(rttMs)) {
        return new RttSample(sentMs, rttMs);
      }
    } catch (NumberFormatException notANumber) {
      // Refused below like one that has no bounds.
    }
    throw new ClientFailure(
        "%s, line %d: must be two numbers, was \"%s\"".formatted(FILE_NAME, number, line));
  }
}
