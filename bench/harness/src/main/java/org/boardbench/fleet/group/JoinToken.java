package org.boardbench.fleet.group;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.boardbench.fleet.wire.FleetSecret;
import org.jgroups.Message;
import org.jgroups.auth.AuthToken;
import org.jgroups.util.Util;

/**
 * What a joiner shows: that it has the same secret. JGroups makes one of it by the name of its
 * class, which is why it is public.
 */
public final class JoinToken extends AuthToken {
  private String proof = "";

  /** An empty one, for JGroups to read into. */
  public JoinToken() {}

  /** Proves that {@code secret} is known. */
  void prove(FleetSecret secret) {
    proof = secret.joinToken();
  }

  @Override
  public String getName() {
    return JoinToken.class.getName();
  }

  @Override
  public int size() {
    return Util.size(proof);
  }

  @Override
  public boolean authenticate(AuthToken other, Message message) {
    return !proof.isEmpty()
        && other instanceof JoinToken token
        && MessageDigest.isEqual(
            proof.getBytes(StandardCharsets.UTF_8), token.proof.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    Util.writeString(proof, out);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    proof = Util.readString(in);
  }
}
