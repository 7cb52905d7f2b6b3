package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.RAW;
import static org.boardbench.driver.DriverScene.endpoint;
import static org.boardbench.driver.DriverScene.plan;
import static org.boardbench.driver.DriverScene.stage;

import org.boardbench.faulty.FaultScript;
import org.boardbench.faulty.FaultyServer;
import org.boardbench.measure.RunClock;
import org.boardbench.measure.StageResult;
import org.junit.jupiter.api.Test;

/** The driver against a server that does nothing wrong. */
class LoadDriverIT {
  @Test
  void everyDeliveryOfAFaultlessServerIsAccountedFor() throws Exception {
    var stage = stage(10, 200, 1000);
    var plan = plan(2, 5, stage);
    try (FaultyServer server = FaultyServer.start(FaultScript.none());
        LoadDriver driver =
            LoadDriver.start(
                plan,
                endpoint(server.uri()),
                RAW,
                RunClock.startingNow(),
                new DriverListener() {})) {
      StageResult result = driver.run(1, stage);
      System.out.println(result);
      assertThat(result.hold().sent()).isEqualTo(50);
      assertThat(result.hold().delivered()).isEqualTo(250);
    }
  }
}
