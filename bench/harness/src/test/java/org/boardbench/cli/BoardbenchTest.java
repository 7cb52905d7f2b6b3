package org.boardbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.cli.run.ExperimentRun;
import org.boardbench.cli.run.RunRequest;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.TrustSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.view.metrics.live.MetricsPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardbenchTest extends CommandLineScene {
  private final List<RunRequest> requests = new ArrayList<>();
  private final List<CalibrationRequest> calibrations = new ArrayList<>();
  private int calibrationStatus = ExitStatus.OK;

  @BeforeEach
  void writeAnExperiment() throws IOException {
    writeExperiment("stages: [{ users: 20, ramp: 1s, hold: 5s }]\n");
  }

  @Test
  void runsAnExperimentByNameOrByFile() {
    assertThat(execute("run", "tiny")).isZero();
    assertThat(execute("run", home.resolve("bench/experiments/tiny.yaml").toString())).isZero();

    assertThat(requests)
        .hasSize(2)
        .allSatisfy(request -> {
          assertThat(request.plan().name()).isEqualTo("tiny");
          assertThat(request.projectRoot()).isEqualTo(home);
          assertThat(request.results()).isEqualTo(home.resolve("results"));
          assertThat(request.out()).isEmpty();
          assertThat(request.resume()).isEmpty();
        });
    assertThat(err()).isEmpty();
  }

  @Test
  void handsEveryOptionToThePlan() {
    assertThat(
            execute(
                "run",
                "tiny",
                "--users",
                "30,40",
                "--hold=7s",
                "--ramp",
                "0s",
                "--targets",
                "fastapi",
                "--reps",
                "3",
                "--rate",
                "2",
                "--boards",
                "4",
                "--payload",
                "400",
                "--seed",
                "-9",
                "--set",
                "fastapi.workers=2",
                "--set",
                "fastapi.loop=uvloop",
                "--drain",
                "1s",
                "--reconnect",
                "never",
                "--driver-cores",
                "1",
                "--out",
                "there"))
        .as(err())
        .isZero();

    ExperimentPlan plan = requests.getFirst().plan();
    assertThat(plan.stages())
        .containsExactly(
            new StageSpec(30, Duration.ZERO, Duration.ofSeconds(7)),
            new StageSpec(40, Duration.ZERO, Duration.ofSeconds(7)));
    assertThat(plan.variants()).extracting(Variant::name).containsExactly("fastapi");
    assertThat(plan.variants().getFirst().parameters())
        .containsEntry("workers", "2")
        .containsEntry("loop", "uvloop");
    assertThat(plan.repetitions()).isEqualTo(3);
    assertThat(plan.workload().ratePerUser()).isEqualTo(2);
    assertThat(plan.workload().boards()).isEqualTo(4);
    assertThat(plan.workload().payloadBytes()).isEqualTo(400);
    assertThat(plan.seed()).isEqualTo(-9);
    assertThat(plan.deadlines().drain()).isEqualTo(Duration.ofSeconds(1));
    assertThat(plan.reconnect()).isEqualTo(ReconnectSpec.NEVER);
    assertThat(plan.driver().cores()).isEqualTo(1);
    assertThat(requests.getFirst().out()).contains(Path.of("there"));
  }

  @ParameterizedTest
  @CsvSource({"9999, 9999", "off, "})
  void servesMetricsWhereItIsToldTo(String option, Integer port) {
    assertThat(execute("run", "tiny", "--metrics-port", option)).as(err()).isZero();
    assertThat(execute("run", "tiny")).isZero();

    MetricsPort wanted = requests.getFirst().metricsPort();
    assertThat(wanted.isWanted()).isTrue();
    assertThat(wanted.port()).isEqualTo(port == null ? OptionalInt.empty() : OptionalInt.of(port));
    assertThat(requests.getLast().metricsPort()).isEqualTo(MetricsPort.DEFAULT);
  }

  @Test
  void hasADashboardUnlessSomebodyWantsNone() {
    assertThat(execute("run", "tiny")).as(err()).isZero();
    assertThat(execute("run", "tiny", "--no-dashboard")).as(err()).isZero();

    assertThat(requests).extracting(RunRequest::hasDashboard).containsExactly(true, false);
  }

  @Test
  void measuresAServerThatSomeoneElseStarted() {
    assertThat(
            execute(
                "run",
                "--url",
                "ws://127.0.0.1:9000/ws",
                "--protocol",
                "raw",
                "--users",
                "20",
                "--boards",
                "2",
                "--hold",
                "5s",
                "--header",
                "A: b",
                "--header",
                "C: d"))
        .as(err())
        .isZero();
    assertThat(execute("run", "--url=wss://127.0.0.1/ws", "--users=20", "--hold=5s", "--insecure"))
        .as(err())
        .isZero();

    ExperimentPlan plan = requests.getFirst().plan();
    assertThat(plan.external().orElseThrow().headers()).hasSize(2);
    assertThat(plan.external().orElseThrow().trust()).isEqualTo(new TrustSpec.AsTheJvm());
    assertThat(requests.getLast().plan().external().orElseThrow().trust())
        .isEqualTo(new TrustSpec.Unchecked());
    assertThat(plan.variants()).extracting(Variant::name).containsExactly("external");
  }

  @Test
  void namesEveryProblemAtOnceAndStartsNothing() {
    int status = execute("run", "tiny", "--users", "0,abc", "--targets", "nope", "--protocol=raw");

    assertThat(status).isEqualTo(2);
    assertThat(err().lines())
        .containsExactlyInAnyOrder(
            "--protocol: needs --url",
            "--users: must be a whole number from 1 to 20000, was 0",
            "--users: must be a whole number from 1 to 20000, was abc",
            "--targets: must be one of fastapi, node-ws, reference, was nope");
    assertThat(requests).isEmpty();
    assertThat(out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run                     | EXPERIMENT: is missing; give a file, --resume or --url",
        "run tinny               | tinny: is no experiment file, and not one of: tiny",
        "run tiny --user 5       | Unknown options: '--user', '5'",
        "run tiny --users        | Missing required parameter for option '--users' (N[,N...])",
        "run tiny --quiet=maybe  | Invalid value for option '--quiet': 'maybe' is not a boolean",
        "run tiny --url ws://h/w --users 9 --hold 1s"
            + " | --url: cannot go with an experiment, was tiny",
        "run --resume here --out there"
            + " | --resume: cannot go with --out or --results: the run has its folder already",
        "run --resume nowhere    | --resume: cannot read nowhere/run.json: nowhere/run.json does"
            + " not exist",
        "run tiny --metrics-port 0 | --metrics-port: must be a port from 1 to 65535, or off, was 0",
        "run tiny --cacert ca.pem | --cacert: needs --url wss://…, was ca.pem",
        "run tiny --insecure     | --insecure: needs --url wss://…",
        "run --url ws://h/w --users 9 --hold 1s --insecure"
            + " | --insecure: needs a wss:// address, was ws://h/w",
        "run --url wss://h/w --users 9 --hold 1s --cacert nowhere/ca.pem"
            + " | --cacert: must be a file of certificates, in PEM or DER, was nowhere/ca.pem"
            + " (it does not exist)",
        "run --url wss://h/w --users 9 --hold 1s --cacert= --insecure"
            + " | --insecure: cannot go with --cacert",
        "watch                   | Missing required parameter: 'RUN'",
        "watch nowhere --port 0  | --port: must be a port from 1 to 65535, was 0",
        "watch nowhere           | RUN: must be the folder of a run: nowhere is no folder",
        "export                  | Missing required option: '--run=DIR'",
        "export --run nowhere    | --run: must be the folder of a run: nowhere is no folder",
        "export --run nowhere --to http://127.0.0.1:99999 | --to: must have a port from 1 to 65535,"
            + " was http://127.0.0.1:99999",
        "export --run nowhere --to ftp://h | --to: must be http://HOST:PORT or https://HOST:PORT,"
            + " was ftp://h",
        "fly                     | Unmatched argument at index 0: 'fly'",
        "''                      | a command is missing; boardbench --help lists them",
        "client-share tiny --clients tiny | --clients: unknown client \"tiny\"; known: boardbench",
        "client-share tiny --users 0 | --users: must be a whole number from 1 to 20000, was 0",
        "run tiny --agents h:1   | --secret-file: is missing; --agents needs it",
        "run tiny --secret-file f | --secret-file: needs --agents",
        "run tiny --agents h --secret-file f | --agents: must be HOST:PORT[,HOST:PORT...]"
            + " with a port from 1 to 65432, was 'h'",
        "agent --bind h          | --bind: must be HOST:PORT with a port from 1 to"
            + " 65432, was 'h'",
        "agent --bind h:65500    | --bind: must be HOST:PORT with a port from 1 to"
            + " 65432, was 'h:65500'",
        "agent --bind h:1        | --secret-file: is missing",
        "agent --bind 0.0.0.0:1  | --bind: must be one address of this machine, was 0.0.0.0:1",
        "agent --bind h:1 --secret-file /nowhere | --secret-file: must be a file, was /nowhere",
        "agent --bind h:1 --cores 0 | --cores: must be from 1 to",
        "agent --bind h:1 --capacity 0 | --capacity: must be from 1 to 1000000000000, was 0",
        "calibrate --fast        | Unknown option: '--fast'",
        "calibrate now           | Unmatched argument at index 1: 'now'",
        "calibrate --driver-loop x | --driver-loop: must be auto, native, io_uring or nio, was x",
      })
  void tellsWrongUsageInALineOrTwo(String arguments, String message) {
    assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);

    assertThat(err()).contains(message).doesNotContain("\tat ");
    assertThat(err().lines().count()).isLessThanOrEqualTo(4);
    assertThat(requests).isEmpty();
    assertThat(calibrations).isEmpty();
  }

  @Test
  void calibratesInFullUnlessItIsToBeQuick() {
    assertThat(execute("calibrate")).as(err()).isZero();
    assertThat(execute("calibrate", "--quick", "--out", "there", "--driver-loop", "nio")).isZero();

    CalibrationRequest full = calibrations.getFirst();
    assertThat(full.plan().isQuick()).isFalse();
    assertThat(full.projectRoot()).isEqualTo(home);
    assertThat(full.results()).isEqualTo(home.resolve("results"));
    assertThat(full.out()).isEmpty();
    CalibrationRequest quick = calibrations.getLast();
    assertThat(quick.plan().isQuick()).isTrue();
    assertThat(quick.out()).contains(Path.of("there"));
    assertThat(quick.base().driver().loop()).isEqualTo(LoopChoice.NIO);
  }

  @Test
  void aNumberThatMissesTheTruthMakesTheStatusOne() {
    calibrationStatus = ExitStatus.FAILED;

    assertThat(execute("calibrate")).isEqualTo(1);
  }

  @Test
  void theHelpOfACalibrationFitsATerminalAndShowsExamples() {
    assertThat(execute("calibrate", "--help")).isZero();

    assertThat(out())
        .contains("boardbench calibrate --quick", "Exit status: 0 every number agrees");
    assertThat(out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void theHelpFitsATerminalAndShowsExamples() {
    assertThat(execute("run", "--help")).isZero();

    assertThat(out()).contains("boardbench run paper", "--users", "Exit status: 0 all trials ok");
    assertThat(out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void aTrialThatFailedMakesTheStatusOne() {
    assertThat(execute(request -> ExitStatus.FAILED, "run", "tiny")).isEqualTo(1);
  }

  @Test
  void whatIsFoundWrongLaterIsStillTheUsersToMend() {
    ExperimentRun run =
        request -> {
          throw new InputException(
              List.of(new Problem("--set", "a, was b"), new Problem("--out", "c, was d")));
        };

    assertThat(execute(run, "run", "tiny")).isEqualTo(2);
    assertThat(err()).isEqualTo("--set: a, was b\n--out: c, was d\n");
  }

  @Test
  void aFullDiskIsOneLine() {
    ExperimentRun run =
        request -> {
          throw new IOException("cannot write x/stages.csv: No space left on device");
        };

    assertThat(execute(run, "run", "tiny")).isEqualTo(1);
    assertThat(err()).isEqualTo("cannot write x/stages.csv: No space left on device\n");
  }

  private int execute(String... arguments) {
    return execute(
        request -> {
          requests.add(request);
          return ExitStatus.OK;
        },
        arguments);
  }

  private int execute(ExperimentRun run, String... arguments) {
    return execute(
        run,
        request -> {
          calibrations.add(request);
          return calibrationStatus;
        },
        root -> Set.of("node-ws", "fastapi", "reference"),
        arguments);
  }
}
