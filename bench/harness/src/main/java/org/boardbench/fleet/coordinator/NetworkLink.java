package org.boardbench.fleet.coordinator;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.boardbench.core.RunClock;
import org.boardbench.fleet.clock.ClockOffset;
import org.boardbench.fleet.clock.ClockProber;
import org.boardbench.fleet.group.JoinedGroup;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.Wire;

/** Messages by the agent's group, the clock by UDP. */
record NetworkLink(Wire wire, ClockProber prober) implements AgentLink.Link {
  static AgentLink.LinkFactory by(FleetSecret secret) {
    return (to, receiver, clock) -> open(to, secret, receiver, clock);
  }

  private static NetworkLink open(
      AgentAddress to, FleetSecret secret, Wire.Receiver receiver, RunClock clock)
      throws IOException {
    InetSocketAddress address = to.socketAddress();
    Wire wire = JoinedGroup.join(address, secret, receiver);
    try {
      return new NetworkLink(wire, ClockProber.start(address, secret.probeKey(), clock));
    } catch (IOException e) {
      wire.close();
      throw e;
    }
  }

  @Override
  public ClockOffset offset() {
    return prober.offset();
  }

  @Override
  public void close() {
    prober.close();
    wire.close();
  }
}
