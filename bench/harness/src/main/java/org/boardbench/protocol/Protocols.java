package org.boardbench.protocol;

import java.util.List;
import java.util.Optional;

/** The protocols that the driver speaks. */
public final class Protocols {
  private static final List<Protocol> ALL = List.of(new RawProtocol(), new StompProtocol());

  private Protocols() {}

  /** The protocol called {@code name}; empty when there is none. */
  public static Optional<Protocol> named(String name) {
    return ALL.stream().filter(protocol -> protocol.name().equals(name)).findFirst();
  }

  /** Every name that {@link #named} knows. */
  public static List<String> names() {
    return ALL.stream().map(Protocol::name).toList();
  }
}
