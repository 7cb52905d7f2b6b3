package org.boardbench.fleet.wire;

/** A way to one other program of the fleet: what is sent comes once and in order, or not at all. */
public interface Wire extends AutoCloseable {
  /**
   * Sends a message; from any thread. One that cannot be sent any more is dropped: the receiver
   * hears that the other one is lost.
   */
  void send(byte[] message);

  @Override
  void close();

  /** Who listens at this end; called by one thread at a time, which must not be kept long. */
  interface Receiver {
    void received(byte[] message);

    /** The other one has ended, or is not heard any more; nothing comes from it afterwards. */
    void lost(String why);
  }
}
