package org.boardbench.plan.model;

import java.security.cert.X509Certificate;
import java.util.List;

/** Which certificates a {@code wss://} server may show. */
public sealed interface TrustSpec {
  /** What the JVM's trust store vouches for. */
  record AsTheJvm() implements TrustSpec {}

  /**
   * What {@code trusted} vouch for, and nothing else.
   *
   * @param fileName where they come from, without its folder
   */
  record Certificates(String fileName, List<X509Certificate> trusted) implements TrustSpec {
    public Certificates {
      trusted = List.copyOf(trusted);
    }
  }

  /** Any, whoever it names: nobody knows which server answers. */
  record Unchecked() implements TrustSpec {}
}
