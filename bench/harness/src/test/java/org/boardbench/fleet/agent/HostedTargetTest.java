package org.boardbench.fleet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.boardbench.fleet.clock.ClockMapping;
import org.boardbench.fleet.wire.PlanText;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.plan.model.Variant;
import org.boardbench.sut.build.TargetSources;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.trial.ProjectSpecimen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a coordinator's messages do at an agent, without a network. */
@Timeout(120)
class HostedTargetTest {
  @TempDir private Path folder;
  private final BlockingQueue<ToCoordinator> answers = new LinkedBlockingQueue<>();
  private ProjectSpecimen project;
  private TargetPlace place;
  private HostedTarget target;

  @BeforeEach
  void start() throws Exception {
    project = new ProjectSpecimen(folder);
    place = new TargetPlace(folder, InetAddress.ofLiteral("127.0.0.2"));
    target = new HostedTarget(place, System::nanoTime, answers::add, said -> {});
  }

  @AfterEach
  void end() {
    target.close();
    place.close();
  }

  private ToCoordinator answer(ToAgent.OfTarget asked) throws InterruptedException {
    target.handle(asked);
    return answers.poll(60, TimeUnit.SECONDS);
  }

  private ToAgent.Prepare prepare(String name) throws Exception {
    String sources =
        TargetSources.digest(new TargetCatalog(folder).manifest(name), HostEnvironment.of(folder));
    return new ToAgent.Prepare(PlanText.of(Variant.of(name, Map.of())), sources);
  }

  private void assertUnable(ToAgent.OfTarget asked, String reason) throws Exception {
    assertThat(answer(asked))
        .isInstanceOfSatisfying(
            ToCoordinator.Unable.class, unable -> assertThat(unable.reason()).contains(reason));
  }

  @Test
  void whatIsHereIsPreparedAndSaidToListenAtTheAgentsAddressWithoutItsCompanions()
      throws Exception {
    Path other = Files.createDirectories(folder.resolve("targets/paired"));
    Files.writeString(
        other.resolve("target.yaml"),
        """
        title: A specimen
        protocol: raw
        endpoint: { path: /ws, health: /health }
        start: [sh, -c, "exit 0"]
        environment: { HOST: "{host}", STORE: "{store.host}:{store.port}" }
        companions:
          store: { start: [sh, -c, "exit 0"], ready: tcp }
        """);

    assertThat(answer(prepare("paired")))
        .isInstanceOfSatisfying(
            ToCoordinator.Prepared.class,
            prepared ->
                assertThat(prepared.environment())
                    .containsKey("JAVA_HOME")
                    .containsEntry("HOST", "127.0.0.2")
                    .containsEntry("STORE", "127.0.0.1:{store.port}"));
  }

  @Test
  void otherSourcesThanTheCoordinatorsAreNotStarted() throws Exception {
    ToAgent.Prepare right = prepare("board");

    assertUnable(
        new ToAgent.Prepare(right.variant(), "0123"),
        "targets/board there is not what it is here: check the same sources out");
  }

  @Test
  void aNameThatIsNoFolderOfTheCatalogFindsNothing() throws Exception {
    String text = prepare("board").variant();

    assertUnable(
        new ToAgent.Prepare(text.replace("\"board\"", "\"../board\""), ""), "must be one of");
    assertUnable(new ToAgent.Prepare("{}", ""), "stages");
    assertUnable(new ToAgent.Prepare("no plan", ""), "is no JSON");
  }

  @Test
  void whatCannotBeBuiltOrDoesNotBecomeReadyIsSaidWithItsLastLines() throws Exception {
    assertUnable(prepare("unbuildable"), "no compiler here");
    assertUnable(
        new ToAgent.Launch(prepare("never-ready"), 300_000_000L, 1_000_000_000L), "thinking");
  }

  @Test
  void nothingThatDoesNotRunIsSampled() throws Exception {
    assertUnable(new ToAgent.Watch(new ClockMapping(0, 0, 0)), "no target runs");
    assertUnable(new ToAgent.Sample(), "no target is sampled");
    assertThat(answer(new ToAgent.Stop())).isInstanceOf(ToCoordinator.Stopped.class);
  }

  @Test
  void theEndOfATargetIsToldWithoutBeingAskedFor() throws Exception {
    ToAgent.Prepare mortal = prepare("mortal");
    project.endMortal();

    // The file of its fate is no source that the coordinator has.
    ToAgent.Prepare changed = prepare("mortal");
    assertThat(changed.sources()).isNotEqualTo(mortal.sources());
    target.handle(new ToAgent.Launch(changed, 60_000_000_000L, 1_000_000_000L));
    ToCoordinator first = answers.poll(60, TimeUnit.SECONDS);

    // It ends within a tenth of a second: some machines have it ready before that.
    ToCoordinator end =
        first instanceof ToCoordinator.Launched ? answers.poll(60, TimeUnit.SECONDS) : first;
    String words =
        switch (end) {
          case ToCoordinator.Ended ended -> ended.how() + ended.lastLines();
          case ToCoordinator.Unable unable -> unable.reason();
          default -> end.toString();
        };
    assertThat(words).contains("exited with status 7").contains("out of ideas");
  }
}
