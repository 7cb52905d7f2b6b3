package org.boardbench.protocol;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The protocols that the driver speaks: each is a line of {@code
 * META-INF/services/org.boardbench.protocol.Protocol}. A list here would name their packages, which
 * all need this one.
 */
public final class Protocols {
  /** What the reference server speaks, and a server of which nobody says more. */
  public static final String USUAL = "raw";

  private static final List<ServiceLoader.Provider<Protocol>> ALL =
      ServiceLoader.load(Protocol.class, Protocols.class.getClassLoader()).stream().toList();

  private Protocols() {}

  /** The protocol called {@code name}, made anew for a server; empty when there is none. */
  public static Optional<Protocol> named(String name) {
    return ALL.stream()
        .map(ServiceLoader.Provider::get)
        .filter(protocol -> protocol.name().equals(name))
        .findFirst();
  }

  /** {@link #USUAL}, made anew for a server. */
  public static Protocol usual() {
    return named(USUAL).orElseThrow();
  }

  /** Every name that {@link #named} knows. */
  public static List<String> names() {
    return ALL.stream().map(ServiceLoader.Provider::get).map(Protocol::name).toList();
  }
}
