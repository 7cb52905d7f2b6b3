package org.boardbench.protocol.socketio;

/**
 * A packet of Socket.IO's main namespace within a message of Engine.IO: two digits, the number of
 * an acknowledgement where one is asked for or given, and JSON.
 */
final class Packet {
  /** Engine.IO: how the connection is kept alive, in JSON. */
  static final char OPEN = '0';

  static final char CLOSE = '1';
  static final String PING = "2";
  static final String PONG = "3";
  static final String NOOP = "6";

  static final String CONNECT = "40";
  static final String DISCONNECT = "41";
  static final String EVENT = "42";
  static final String ACK = "43";
  static final String CONNECT_ERROR = "44";
  static final String BINARY_EVENT = "45";
  static final String BINARY_ACK = "46";

  private static final int TYPE_CHARS = 2;

  private Packet() {}

  /** The number behind the type; -1 where there is none. */
  static long number(String packet) {
    int end = jsonStart(packet);
    if (end == TYPE_CHARS) {
      return -1;
    }
    long number = 0;
    for (int at = TYPE_CHARS; at < end; at++) {
      number = Math.min(Integer.MAX_VALUE, 10 * number + (packet.charAt(at) - '0'));
    }
    return number;
  }

  /** The JSON behind type and number; empty where there is none. */
  static String payload(String packet) {
    return packet.substring(jsonStart(packet));
  }

  /**
   * How many binary frames follow a packet that announces them.
   *
   * @return -1 when it says no number
   */
  static long attachments(String packet) {
    int end = jsonStart(packet);
    return end < packet.length() && packet.charAt(end) == '-' ? number(packet) : -1;
  }

  private static int jsonStart(String packet) {
    int at = Math.min(TYPE_CHARS, packet.length());
    while (at < packet.length() && packet.charAt(at) >= '0' && packet.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
