package org.boardbench.reference;

/** A client broke RFC 6455: its connection is closed with this status. */
final class ProtocolViolation extends Exception {
  static final int PROTOCOL_ERROR = 1002;
  static final int NOT_UTF8 = 1007;
  static final int TOO_LARGE = 1009;

  private final int status;

  ProtocolViolation(int status, String reason) {
    super(reason);
    this.status = status;
  }

  int status() {
    return status;
  }
}
