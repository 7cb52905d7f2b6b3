package org.boardbench.micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.boardbench.host.command.HostEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(600)
class MicroCommandIT {
  private static final List<String> SHORT =
      List.of("--", "-f", "1", "-wi", "0", "-i", "2", "-r", "20ms");

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void whatWasMeasuredIsStoredWithItsDimensions() throws IOException {
    assertThat(run("SpecimenBenchmark.behave allocates")).isZero();

    List<String> lines = Files.readAllLines(folder.resolve("run/micro.csv"));
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst())
        .isEqualTo(
            "run_id,benchmark,group,library_or_strategy,payload_bytes,members,threads,mode,score,"
                + "score_error_99_9,unit,samples,forks,alloc_bytes_per_op,encoded_bytes,quick,"
                + "cpu_ns_per_op,fork_error_95,trend_pct,steady");
    assertThat(lines.get(1))
        .matches(
            "micro-[0-9-]+,SpecimenBenchmark.behave,specimens,allocates,300,,2,avgt,[0-9.]+,"
                + "[0-9.]*,ns/op,2,1,3[0-9]{2}\\.[0-9]{3},600,false,[0-9.]+,,,");
    JsonNode json =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("run/micro.json")));
    assertThat(json.size()).isEqualTo(2);
    JsonNode run = manifest();
    assertThat(run.path("complete").asBoolean()).isTrue();
    assertThat(run.path("quick").asBoolean()).isFalse();
    assertThat(run.path("jmh").path("blackhole_mode").asString()).startsWith("compiler");
    assertThat(run.path("warnings").toString()).contains("Compiler Blackholes");
    assertThat(run.path("libraries").path("jackson").asString()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(run.path("environment").path("cores").asInt()).isPositive();
    assertThat(folder.resolve("run/jmh.log")).content().contains("SpecimenBenchmark.behave");
  }

  @Test
  void aForkThatCrashesOrThrowsCostsItsOwnRowAlone() throws IOException {
    assertThat(run("Specimen.*(allocates|crashes|throws|idles)", "-p", "payloadBytes=300"))
        .isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "failed: SpecimenBenchmark.behave crashes, payloadBytes 300:"
                + " Forked VM failed with exit code 134",
            "failed: SpecimenBenchmark.behave throws, payloadBytes 300: the specimen is broken",
            "What the failed forks said is in " + folder.resolve("run/jmh.log"));
    assertThat(folder.resolve("run/jmh.log")).content().contains("the specimen is broken");
    assertThat(Files.readAllLines(folder.resolve("run/micro.csv")))
        .hasSize(3)
        .anyMatch(line -> line.contains(",allocates,"))
        .anyMatch(line -> line.contains(",idles,"));
    assertThat(manifest().path("failures").size()).isEqualTo(2);
    assertThat(manifest().path("complete").asBoolean()).isTrue();
  }

  @Test
  void aQuickRunSaysSoInEveryRowAndMeasuresTheSmallestMessageOnly() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--quick"));
    arguments.addAll(arguments("Specimen.* idles"));
    assertThat(execute(arguments)).isZero();
    assertThat(Files.readAllLines(folder.resolve("run/micro.csv")).get(1))
        .contains(",300,,2,avgt,")
        .contains(",true,");
    assertThat(manifest().path("quick").asBoolean()).isTrue();
  }

  @Test
  void whatCannotBeRunIsRefusedInOneLineAndNothingIsStarted() {
    assertThat(refused("NoSuchBenchmark")).isEqualTo(2);
    assertThat(refused("(")).isEqualTo(2);
    assertThat(refused("Specimen", "-f", "0")).isEqualTo(2);
    assertThat(refused("Specimen", "-p", "payload=1")).isEqualTo(2);
    assertThat(refused("Specimen", "-wrong")).isEqualTo(2);
    assertThat(refused("Specimen", "-rf", "json")).isEqualTo(2);
    assertThat(refused("Specimen", "OtherBenchmark")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(7)
        .anyMatch(line -> line.matches("--bench: must match .* was \"NoSuchBenchmark\""))
        .anyMatch(line -> line.startsWith("--bench: must be a regular expression, was \"(\""))
        .anyMatch(line -> line.startsWith("-f: must be at least 1, was 0"))
        .anyMatch(
            line -> line.startsWith("-p: must be one of [") && line.endsWith("was \"payload\""));
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aFolderWithContentIsNotWrittenInto() throws IOException {
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/notes.txt"), "mine");
    assertThat(run("Specimen")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--out: must be an empty or absent");
  }

  @Test
  void anInterruptKeepsWhatHasFinishedAndLeavesNoProcess() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Djmh.ignoreLock=true",
                "-cp",
                System.getProperty("java.class.path"),
                MicroCommand.class.getName()));
    command.addAll(
        List.of("--bench", "Specimen.*(idles|waits)", "--out", folder.resolve("run").toString()));
    command.addAll(List.of("--", "-p", "payloadBytes=300"));
    command.addAll(SHORT.subList(1, SHORT.size()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(HostEnvironment.of(Path.of("")).variables());
    Process program = builder.start();
    try (var lines = program.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.contains("1/2 ")) {
        line = lines.readLine();
      }
      List<ProcessHandle> forks = forksOf(program);
      assertThat(program.toHandle().destroy()).isTrue();
      program.waitFor();
      forks.forEach(fork -> fork.onExit().join());
    } finally {
      program.destroyForcibly();
    }
    assertThat(Files.readAllLines(folder.resolve("run/micro.csv")))
        .hasSize(2)
        .anyMatch(line -> line.contains(",idles,"));
    assertThat(manifest().path("complete").asBoolean()).isFalse();
    assertThat(manifest().path("failures").size()).isZero();
  }

  /** Waits until the next case, which does not end by itself, has its JVM. */
  private static List<ProcessHandle> forksOf(Process program) throws InterruptedException {
    List<ProcessHandle> forks = program.descendants().toList();
    while (forks.isEmpty()) {
      assertThat(program.isAlive()).as("the program runs").isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
      forks = program.descendants().toList();
    }
    return forks;
  }

  private int run(String bench, String... jmhOptions) {
    List<String> arguments = arguments(bench);
    arguments.addAll(List.of(jmhOptions));
    return execute(arguments);
  }

  private int refused(String bench, String... jmhOptions) {
    List<String> arguments =
        new ArrayList<>(List.of("--bench", bench, "--out", folder.resolve("run").toString(), "--"));
    arguments.addAll(List.of(jmhOptions));
    return execute(arguments);
  }

  private List<String> arguments(String bench) {
    return new ArrayList<>(
        Stream.concat(
                Stream.of("--bench", bench, "--out", folder.resolve("run").toString()),
                SHORT.stream())
            .toList());
  }

  private int execute(List<String> arguments) {
    MicroCommand command = new MicroCommand(folder, print(out), print(err), OptionalInt.empty());
    return MicroCommand.execute(command, arguments.toArray(String[]::new));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private JsonNode manifest() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("run/run.json")));
  }
}
