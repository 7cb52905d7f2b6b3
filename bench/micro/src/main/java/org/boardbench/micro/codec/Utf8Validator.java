package org.boardbench.micro.codec;

import java.util.Map;
import java.util.function.Supplier;
import org.boardbench.micro.frame.DriverUtf8;

/** Tells valid UTF-8 from invalid. Instances reuse buffers, so each belongs to one thread. */
interface Utf8Validator {
  /** By the names that stand in results. */
  Map<String, Supplier<Utf8Validator>> BY_NAME =
      Map.of("jdk", JdkUtf8Validator::new, "driver", () -> DriverUtf8::isValid);

  boolean isValid(byte[] bytes);
}
