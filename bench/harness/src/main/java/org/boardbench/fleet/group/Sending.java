package org.boardbench.fleet.group;

import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;

/** Sends bytes to a member. */
final class Sending {
  private Sending() {}

  /** A channel that is closed sends nothing; its end is told in another way. */
  static void send(JChannel channel, Address to, byte[] message) {
    try {
      channel.send(new BytesMessage(to, message));
    } catch (Exception e) {
      if (channel.isConnected()) {
        throw new IllegalStateException("a message to another machine cannot be sent", e);
      }
    }
  }
}
