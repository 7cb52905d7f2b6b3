package org.boardbench.clients;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.boardbench.clients.output.ClientFailure;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.sut.launch.RunningTarget;

/** Somebody who drives a hold: our driver, or a program of somebody else's. */
interface LoadClient {
  /** By which results call it. */
  String name();

  /** Of what it is made of; empty where that is not known. */
  Optional<String> version();

  /**
   * Ramp, hold and drain against a fresh server. Nothing of the client is left when this returns.
   *
   * @param folder for its log and what it finds; exists
   * @throws ClientFailure when it gave no figures
   */
  Driven drive(RunningTarget target, ClientLoad load, Path folder)
      throws ClientFailure, InterruptedException;

  /**
   * What it found, and what was used meanwhile.
   *
   * @param holdStartNs run clock; {@code holdEndNs} likewise
   * @param receivedInAll deliveries that it took, ramp included; empty when it cannot know
   */
  record Driven(
      long holdStartNs,
      long holdEndNs,
      ClientRecord.Users users,
      ClientRecord.Messages messages,
      TimeFigures rtt,
      TimeFigures service,
      OptionalLong receivedInAll,
      ClientRecord.Use use) {}
}
