package org.boardbench.reference;

/** A parameter that cannot be used; the message names key, bound and value. */
final class ParameterException extends Exception {
  ParameterException(String key, String bound, String value) {
    super(key + " " + bound + ", was \"" + value + "\"");
  }
}
