package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.junit.Children;
import org.boardbench.sut.process.Signals;

/** The command line as a process of its own, which measures a server that runs already. */
final class HarnessProcess implements AutoCloseable {
  private final Path folder;
  private final Process process;

  private HarnessProcess(Path folder, List<String> words) throws IOException {
    this.folder = folder;
    this.process =
        Children.builder(words)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
  }

  /**
   * Starts one that is asked for no times, with a driver that is not warmed up.
   *
   * @param folder gets output and results
   * @param launcher what its command line begins with
   * @param options of {@code boardbench run}
   */
  static HarnessProcess start(Path folder, List<String> launcher, List<String> options)
      throws IOException {
    return new HarnessProcess(folder, words(launcher, HarnessCommand.run(folder), folder, options));
  }

  /** Starts one whose driver is warm. */
  static HarnessProcess startWarm(Path folder, List<String> options) throws IOException {
    return new HarnessProcess(
        folder, words(List.of(), HarnessCommand.warmRun(folder), folder, options));
  }

  private static List<String> words(
      List<String> launcher, List<String> command, Path folder, List<String> options) {
    List<String> words = new ArrayList<>(launcher);
    words.addAll(command);
    words.addAll(List.of("--out", folder.resolve("out").toString()));
    words.addAll(options);
    return words;
  }

  String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"));
  }

  /** Waits until it has said {@code text}. */
  void awaitOutput(String text) throws Exception {
    while (!output().contains(text)) {
      assertThat(process.isAlive()).as("the harness runs: %s", output()).isTrue();
      Thread.sleep(20);
    }
  }

  void signal(String name) throws Exception {
    Signals.send(name, process);
  }

  /** The only row of {@code stages.csv} once it has ended. */
  CSVRecord row() throws Exception {
    assertThat(process.waitFor()).as(output()).isZero();
    return ProjectSpecimen.rows(folder.resolve("out/stages.csv")).getFirst();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
