package org.boardbench.driver.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boardbench.driver.DriverScene.RAW;
import static org.boardbench.driver.DriverScene.stage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.DriverScene;
import org.boardbench.driver.LoadDriver;
import org.boardbench.driver.check.WireCheck;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code wss://} with a certificate that only the test trusts. */
@Timeout(600)
class TlsIT {
  @TempDir private static Path folder;
  private static SSLContext tls;

  @BeforeAll
  static void makeCertificate() throws Exception {
    ServerKey key = ServerKey.selfSigned(folder, "ip:127.0.0.1");
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(key.keys());
    tls = key.tls(trusted.getTrustManagers());
  }

  @Test
  void everyDeliveryArrivesThroughTlsThoughFramesComeInBitsAndPieces() throws Exception {
    FaultScript script = FaultScript.every(20, Fault.TRICKLE).and(3, Fault.FRAGMENT);
    try (DriverScene scene = new DriverScene(script);
        TlsFront front = new TlsFront(tls, scene.server.port())) {
      StageResult result = run(scene, tls, front.uri(), stage(6, 100, 500));

      assertThat(result.joined()).isEqualTo(6);
      assertThat(result.hold().sent()).isEqualTo(120);
      assertThat(result.hold().lost()).isZero();
      assertThat(result.disconnects()).isEmpty();
    }
  }

  /** Records of TLS end at 16 KiB, so each message spans several, and several arrive in a read. */
  @Test
  void messagesLargerThanARecordArriveWhole() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none());
        TlsFront front = new TlsFront(tls, scene.server.port())) {
      scene.payloadBytes = 60_000;
      // Less than what the server keeps for a slow reader, since cold TLS on a busy machine is one.
      scene.rate = 12;
      StageResult result = run(scene, tls, front.uri(), stage(4, 50, 500));

      assertThat(result.hold().delivered()).isEqualTo(48);
      assertThat(result.hold().corrupt()).isZero();
    }
  }

  @Test
  void usersWhoAreCutComeBackAndEveryOwedDeliveryIsAccountedFor() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.every(100, Fault.CUT_ALL));
        TlsFront front = new TlsFront(tls, scene.server.port())) {
      scene.reconnect =
          ReconnectSpec.backoff(Duration.ZERO, Duration.ofMillis(5), Duration.ofMillis(20), 50);
      scene.drain = Duration.ofMillis(500);
      StageResult result = run(scene, tls, front.uri(), stage(6, 300, 2_000));

      assertThat(result.reconnects()).isPositive();
      assertThat(result.hold().scheduled()).isEqualTo(6 * 80);
      OwedDeliveries owed = result.owed();
      assertThat(owed.total()).isEqualTo(6 * 80 * 3);
      assertThat(result.hold().delivered() + result.hold().lost() + owed.unserved() + owed.away())
          .isEqualTo(owed.total());
    }
  }

  @Test
  void theWireCheckSpeaksTls() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none());
        TlsFront front = new TlsFront(tls, scene.server.port())) {
      WireCheck.verify(
          scene.plan(stage(4, 0, 100)), endpoint(front.uri()), RAW, tls, Duration.ofSeconds(30));
    }
  }

  @Test
  void aCertificateThatNobodyTrustsIsAFailureWithItsReason() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none());
        TlsFront front = new TlsFront(tls, scene.server.port())) {
      StageResult result = run(scene, ServerTrust.asTheJvm(), front.uri(), stage(2, 0, 50));
      assertThat(result.joined()).isZero();
      assertThat(result.connectFailures().keySet()).singleElement().asString().startsWith("tls: ");
    }
  }

  @Test
  void aServerThatSpeaksNoTlsIsAFailureAndNothingHangs() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      URI uri = URI.create("wss://127.0.0.1:" + scene.server.port() + "/ws");
      assertThatThrownBy(() ->
              WireCheck.verify(
                  scene.plan(stage(4, 0, 100)), endpoint(uri), RAW, tls, Duration.ofMillis(500)))
          .isInstanceOf(WireCheck.WireViolation.class);
    }
  }

  private static Endpoint endpoint(URI uri) {
    return new Endpoint(uri, Map.of());
  }

  private static StageResult run(DriverScene scene, SSLContext trust, URI uri, StageSpec stage)
      throws InterruptedException {
    ExperimentPlan plan = scene.plan(stage);
    try (LoadDriver driver =
        LoadDriver.start(
            plan,
            endpoint(uri),
            RAW,
            trust,
            scene.socketLoops,
            RunClock.startingNow(),
            new DriverListener() {})) {
      return driver.run(1, stage);
    }
  }
}
