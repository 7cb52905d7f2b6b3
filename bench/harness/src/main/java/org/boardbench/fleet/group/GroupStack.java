package org.boardbench.fleet.group;

import java.io.ByteArrayInputStream;
import java.io.ObjectInputFilter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.boardbench.fleet.wire.FleetSecret;
import org.jgroups.JChannel;
import org.jgroups.protocols.AUTH;

/**
 * The protocols of a group. FD_SOCK2 sees in a moment that a program has ended, FD_ALL3 within
 * seconds that one stands still or that the network is cut. AUTH turns away who has another secret,
 * and says so; it proves nothing against somebody who listens, which is what the seal of every
 * message is for. SYM_ENCRYPT is not among them: its ciphers take no authenticated mode, it leaves
 * the headers as they are, and who has another secret would hear nothing instead of a reason.
 *
 * <p>JGroups itself makes an object of one header's class by its name, that of AUTH, before anybody
 * is known: one more reason to open its ports to the fleet's machines alone.
 */
final class GroupStack {
  /** Who hears nothing for so long takes the other one for lost. */
  private static final int SILENCE_MS = 6_000;

  private static final int HEARTBEAT_MS = 1_500;
  private static final int JOIN_MS = 3_000;

  /** Held, since what nobody holds is forgotten with its level. */
  private static final Logger LOG = Logger.getLogger("org.jgroups");

  private GroupStack() {}

  /**
   * A channel that is not connected yet.
   *
   * @param bind where it listens
   * @param first the agent whose group it is
   */
  static JChannel channel(InetSocketAddress bind, InetSocketAddress first, FleetSecret secret)
      throws Exception {
    LOG.setLevel(Level.OFF);
    refuseSerializedObjects();
    String stack =
        """
        <config xmlns="urn:org:jgroups">
          <TCP bind_addr="%s" bind_port="%d" port_range="0" sock_conn_timeout="2000" diag.enabled="false"/>
          <TCPPING initial_hosts="%s[%d]" port_range="0"/>
          <FD_SOCK2/>
          <FD_ALL3 timeout="%d" interval="%d"/>
          <VERIFY_SUSPECT2 timeout="1000"/>
          <pbcast.NAKACK2 use_mcast_xmit="false"/>
          <UNICAST3/>
          <pbcast.STABLE desired_avg_gossip="50000" max_bytes="4M"/>
          <AUTH auth_class="org.boardbench.fleet.group.JoinToken"/>
          <pbcast.GMS join_timeout="%d" print_local_addr="false"/>
          <UFC max_credits="4M" min_threshold="0.4"/>
          <FRAG4 frag_size="60K"/>
        </config>
        """
            .formatted(
                address(bind.getAddress()),
                bind.getPort(),
                address(first.getAddress()),
                first.getPort(),
                SILENCE_MS,
                HEARTBEAT_MS,
                JOIN_MS);
    JChannel channel =
        new JChannel(new ByteArrayInputStream(stack.getBytes(StandardCharsets.UTF_8)));
    channel.setDiscardOwnMessages(true);
    AUTH auth = channel.getProtocolStack().findProtocol(AUTH.class);
    ((JoinToken) auth.getAuthToken()).prove(secret);
    return channel;
  }

  private static String address(InetAddress address) {
    return address.getHostAddress();
  }

  /** Nothing in this program needs them, and none of a message may ever become an object. */
  private static synchronized void refuseSerializedObjects() {
    if (ObjectInputFilter.Config.getSerialFilter() == null) {
      ObjectInputFilter.Config.setSerialFilter(info -> ObjectInputFilter.Status.REJECTED);
    }
  }
}
