package org.boardbench.report.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.boardbench.report.SyntheticMicro;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.stored.MicroReader;
import org.boardbench.report.stored.MicroRow;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredMicro;
import org.boardbench.results.column.StageCounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {
  @TempDir private Path temp;
  private Path run;
  private Path micro;

  @BeforeEach
  void write() throws IOException {
    run = SyntheticRun.writeWithFloor(temp.resolve("paper-20260131-120000"), 1, 1);
    micro = SyntheticMicro.write(temp.resolve("micro-20260131-180000"));
  }

  @Test
  void explainsTheJavaTargetsAloneEachByItsOwnParts() throws Exception {
    Explanation explanation = explanation();

    assertThat(explanation.lines())
        .containsExactly("CPU per delivery explained by micro-20260131-180000.");
    assertThat(explanation.stages()).hasSize(3 * 5);
    assertThat(names(stage(explanation, "spring-websocket", 100)))
        .containsExactly(
            "frame-in",
            "text-in",
            "tomcat-in",
            "parse",
            "hand-over",
            "text-out",
            "frame-out",
            "tomcat-out",
            "kernel-write");
    assertThat(names(stage(explanation, "spring-stomp", 100)))
        .containsExactly(
            "frame-in",
            "stomp-in",
            "tomcat-in",
            "parse",
            "hand-over",
            "stomp-out",
            "tomcat-out",
            "kernel-write");
    assertThat(names(stage(explanation, "reference", 100)))
        .containsExactly("frame-in", "parse", "kernel-write");
    assertThat(explanation.stages())
        .allSatisfy(stage -> assertThat(Explanation.PARTS).containsAll(names(stage)));
  }

  @Test
  void countsAMessagesPartsOncePerMessageAndADeliverysOncePerReceiver() throws Exception {
    ExplainedStage stage = stage(explanation(), "spring-websocket", 1000);
    double messagesPerDelivery =
        stage.stage().figure(StageCounts.SENT) / stage.stage().figure(StageCounts.DELIVERED);

    assertThat(messagesPerDelivery).isCloseTo(0.01, within(1e-9));
    assertThat(part(stage, "parse").usPerDelivery())
        .isEqualTo(
            row("CodecBenchmark.read", "jackson-tree", 0).scoreNs() * 0.01 / 1000, within(1e-9));
    assertThat(part(stage, "text-out").usPerDelivery())
        .isEqualTo(row("Utf8Benchmark.encode", "tomcat", 0).scoreNs() / 1000, within(1e-9));
    MicroRow write = row("SocketBenchmark.publish", "write-each", 100);
    assertThat(part(stage, "kernel-write").usPerDelivery())
        .isEqualTo(write.cpuNs() / 100 / 1000, within(1e-9));
    assertThat(stage.rest().usPerDelivery())
        .isEqualTo(
            stage.measuredUs()
                - stage.parts().stream().mapToDouble(ExplainedPart::usPerDelivery).sum(),
            within(1e-9));
  }

  @Test
  void aPartIsWhatItsBenchmarkCostsLessWhatOtherPartsHaveOfIt() throws Exception {
    double sendNs = row("TomcatBenchmark.send", "tomcat", 100).cpuNs() / 100;
    double writeNs = row("SocketBenchmark.publish", "write-each", 100).cpuNs() / 100;
    double textNs = row("Utf8Benchmark.encode", "tomcat", 0).scoreNs();
    double frameNs = row("FrameEncodeBenchmark.encode", "draft-6455-server", 0).scoreNs();

    // Of 10 users a board; the benchmarks have a hundred.
    assertThat(part(stage(explanation(), "spring-websocket", 100), "tomcat-out").usPerDelivery())
        .isEqualTo((sendNs - writeNs - textNs - frameNs) / 1000, within(1e-9));

    keepMicro(row -> row.contains("SocketBenchmark") ? "" : row);
    ExplainedPart without = part(stage(explanation(), "spring-websocket", 100), "tomcat-out");
    assertThat(without.isKnown()).isFalse();
    assertThat(without.note()).startsWith("not measured what of it other parts have");
  }

  @Test
  void takesTheMembersThatAreNearestInRatio() throws Exception {
    Explanation explanation = explanation();

    // Of 10, 30 and 50 users a board.
    assertThat(part(stage(explanation, "spring-stomp", 100), "hand-over").members()).hasValue(10);
    assertThat(part(stage(explanation, "spring-stomp", 300), "hand-over").members()).hasValue(10);
    assertThat(part(stage(explanation, "spring-stomp", 500), "hand-over").members()).hasValue(100);
  }

  @Test
  void explainsNoPartByAPayloadThatIsMoreThanATenthOff() throws Exception {
    replace(run.resolve("stages.csv"), ",10,1,300,", ",10,1,340,");
    replace(micro.resolve("micro.csv"), ",tomcat,300,", ",tomcat,360,");

    Explanation explanation = explanation();

    ExplainedStage stage = stage(explanation, "spring-websocket", 100);
    assertThat(part(stage, "parse").note())
        .isEqualTo("not measured within 10 % of the run's payload of 340 bytes");
    assertThat(part(stage, "parse").isKnown()).isFalse();
    assertThat(part(stage, "text-out").payloadBytes()).hasValue(360);
    assertThat(part(stage, "hand-over").isKnown()).isTrue();
    assertThat(stage.rest().note())
        .isEqualTo(
            "with frame-in, tomcat-in, parse, frame-out, tomcat-out, kernel-write, which is not known");
  }

  @Test
  void explainsNothingOnAnotherMachine() throws Exception {
    replace(micro.resolve("run.json"), "\"cores\": 2", "\"cores\": 4");

    assertThat(explanation().isEmpty()).isTrue();
    assertThat(explanation().lines())
        .containsExactly(
            "Not explained by micro-20260131-180000: another machine: cores 2 in the run, 4 in the"
                + " microbenchmark.");
    assertThat(explainer().isApplicable()).isFalse();
  }

  @Test
  void takesAMachineThatIsNotStatedForAnother() throws Exception {
    replace(run.resolve("run.json"), "\"kernel\": \"6.18.44\", ", "");

    assertThat(explanation().lines())
        .containsExactly(
            "Not explained by micro-20260131-180000: another machine: kernel not stated in the run,"
                + " 6.18.44 in the microbenchmark.");
  }

  @Test
  void leavesOutATargetWithAnotherJdk() throws Exception {
    replaceFirst(run.resolve("run.json"), "\"java\": \"25.0.3\"", "\"java\": \"25.0.1\"");

    assertThat(explanation().stages())
        .extracting(stage -> stage.stage().target())
        .containsOnly("spring-stomp", "reference");
    assertThat(explanation().lines())
        .containsExactly(
            "CPU per delivery explained by micro-20260131-180000.",
            "spring-websocket is not explained by micro-20260131-180000: java 25.0.1 in the server,"
                + " 25.0.3 in the microbenchmark.");
  }

  @Test
  void leavesAPartEmptyWhoseLibraryHasAnotherVersion() throws Exception {
    ExplainedPart parse = part(stage(explanation(), "reference", 100), "parse");

    assertThat(parse.isKnown()).isFalse();
    assertThat(parse.note())
        .startsWith("jackson 3.2.4 in the server, 3.1.7 in the microbenchmark; ");

    replace(run.resolve("run.json"), "\"jackson\": \"3.2.4\"", "\"jackson\": \"3.1.7\"");
    assertThat(part(stage(explanation(), "reference", 100), "parse").isKnown()).isTrue();
  }

  @Test
  void takesAnEqualSpringBootForAnEqualJacksonWhereTheServerStatesNone() throws Exception {
    assertThat(part(stage(explanation(), "spring-stomp", 100), "parse").isKnown()).isTrue();

    replace(micro.resolve("run.json"), "\"spring-boot\": \"4.1.2\"", "\"spring-boot\": \"4.1.3\"");
    ExplainedPart parse = part(stage(explanation(), "spring-stomp", 100), "parse");
    assertThat(parse.isKnown()).isFalse();
    assertThat(parse.note())
        .isEqualTo(
            "spring-boot 4.1.2 in the server, 4.1.3 in the microbenchmark, which decides the"
                + " version of jackson");
    assertThat(part(stage(explanation(), "spring-stomp", 100), "stomp-in").isKnown()).isTrue();
  }

  @Test
  void leavesAPartEmptyThatTheRunOfTheMicrobenchmarksDoesNotHave() throws Exception {
    keepMicro(row -> row.contains("DispatchBenchmark") ? "" : row);

    ExplainedStage stage = stage(explanation(), "spring-stomp", 500);
    assertThat(part(stage, "hand-over").note()).isEqualTo("not in the run of the microbenchmarks");
    assertThat(stage.rest().note()).isEqualTo("with hand-over, which is not known");
  }

  @Test
  void fallsBackToTimeForTheSocketsAloneWhereCpuWasNotMeasured() throws Exception {
    keepMicro(row -> row.contains("Benchmark.") ? withoutCpu(row) : row);

    ExplainedStage stage = stage(explanation(), "spring-websocket", 500);
    assertThat(part(stage, "kernel-write").usPerDelivery())
        .isEqualTo(
            row("SocketBenchmark.publish", "write-each", 100).scoreNs() / 100 / 1000, within(1e-9));
    assertThat(part(stage, "kernel-write").note()).isEqualTo("time, as CPU was not measured");
    assertThat(part(stage, "hand-over").isKnown()).isFalse();
    assertThat(part(stage, "hand-over").note())
        .isEqualTo("the microbenchmark did not measure its CPU");
  }

  @Test
  void keepsARestBelowZeroAndSaysWhatItMeans() throws Exception {
    ExplainedPart rest = stage(explanation(), "reference", 100).rest();

    assertThat(rest.usPerDelivery()).isNegative();
    assertThat(stage(explanation(), "reference", 100).sharePct(rest)).isNegative();
    assertThat(rest.note()).startsWith("negative: ");
    assertThat(stage(explanation(), "reference", 1000).rest().note()).doesNotContain("negative");
  }

  @Test
  void saysThatTheRestIsNotKnownWhereCpuWasNotMeasuredAtTheServer() throws Exception {
    replace(run.resolve("stages.csv"), ",7.000,true", ",,true");

    ExplainedStage stage = stage(explanation(), "spring-stomp", 100);

    assertThat(stage.rest().isKnown()).isFalse();
    assertThat(stage.rest().note()).isEqualTo("the CPU time of a delivery was not measured");
    assertThat(stage.sharePct(part(stage, "parse"))).isNaN();
    assertThat(part(stage, "parse").isKnown()).isTrue();
  }

  @Test
  void marksWhatAQuickRunExplains() throws Exception {
    micro = SyntheticMicro.writeQuick(temp.resolve("quick"));

    assertThat(explanation().quick()).isTrue();
    assertThat(explanation().lines().getFirst()).endsWith(", a quick run of the microbenchmarks.");
    assertThat(stage(explanation(), "spring-stomp", 100).parts())
        .allSatisfy(part -> assertThat(part.note()).endsWith("quick run"));
    ExplainedPart cold = part(stage(explanation(), "spring-stomp", 100), "tomcat-out");
    assertThat(cold.isKnown()).isFalse();
    assertThat(cold.note()).startsWith("not known before a server is warm");
  }

  @Test
  void saysWhenARunHasNoTargetWhoseCodeTheMicrobenchmarksHave() throws Exception {
    for (String file : List.of("trials.csv", "stages.csv")) {
      Files.write(
          run.resolve(file),
          Files.readAllLines(run.resolve(file)).stream()
              .filter(line -> !line.contains("spring-") && !line.contains("reference"))
              .toList());
    }

    assertThat(explanation().isEmpty()).isTrue();
    assertThat(explanation().lines())
        .containsExactly(
            "Not explained by micro-20260131-180000: no target whose code the microbenchmarks"
                + " have.");
    assertThat(explainer().isApplicable()).isFalse();
  }

  private Explainer explainer() throws Exception {
    return new Explainer(RunReader.read(run), MicroReader.read(micro));
  }

  private Explanation explanation() throws Exception {
    return explainer().explanation();
  }

  private MicroRow row(String benchmark, String by, int members) throws Exception {
    StoredMicro stored = MicroReader.read(micro);
    return stored.rows(benchmark).stream()
        .filter(row -> row.by().equals(by) && row.members().orElse(0) == members)
        .findFirst()
        .orElseThrow();
  }

  private static ExplainedStage stage(Explanation explanation, String target, int users) {
    return explanation.stages().stream()
        .filter(one -> one.stage().target().equals(target) && one.stage().users() == users)
        .findFirst()
        .orElseThrow();
  }

  private static ExplainedPart part(ExplainedStage stage, String name) {
    return stage.parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(ExplainedStage stage) {
    return stage.parts().stream().map(ExplainedPart::name).toList();
  }

  private void keepMicro(UnaryOperator<String> line) throws IOException {
    Path file = micro.resolve("micro.csv");
    Files.write(
        file, Files.readAllLines(file).stream().map(line).filter(text -> !text.isEmpty()).toList());
  }

  /** It is the last but one. */
  private static String withoutCpu(String row) {
    int last = row.lastIndexOf(',');
    return row.substring(0, row.lastIndexOf(',', last - 1) + 1) + row.substring(last);
  }

  private static void replace(Path file, String what, String by) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, by));
  }

  private static void replaceFirst(Path file, String what, String by) throws IOException {
    String text = Files.readString(file);
    int at = text.indexOf(what);
    assertThat(at).isNotNegative();
    Files.writeString(file, text.substring(0, at) + by + text.substring(at + what.length()));
  }
}
