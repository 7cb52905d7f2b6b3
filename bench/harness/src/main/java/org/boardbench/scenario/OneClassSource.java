package org.boardbench.scenario;

/** Messages of one class, with sizes by chance. */
abstract class OneClassSource implements MessageSource {
  static final double NS_PER_S = 1e9;

  private final MessageClass messageClass;
  private final PayloadSizes sizes;
  private final long userSeed;

  OneClassSource(MessageClass messageClass, PayloadSizes sizes, long userSeed) {
    this.messageClass = messageClass;
    this.sizes = sizes;
    this.userSeed = userSeed;
  }

  @Override
  public final MessageClass messageClass(long n) {
    return messageClass;
  }

  @Override
  public final int bytes(long n) {
    return sizes.bytes(userSeed, n);
  }
}
