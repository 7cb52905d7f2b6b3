package org.boardbench.scenario.schedule;

import org.boardbench.core.Seeds;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;

/** Messages of one class, with sizes by chance. */
public abstract class OneClassSource implements MessageSource {
  /** Sizes have a seed of their own, or they would follow from the times. */
  private static final long SIZES = -1;

  private final MessageClass messageClass;
  private final PayloadSizes sizes;
  private final long sizesSeed;

  protected OneClassSource(MessageClass messageClass, PayloadSizes sizes, long userSeed) {
    this.messageClass = messageClass;
    this.sizes = sizes;
    this.sizesSeed = Seeds.mix(userSeed, SIZES);
  }

  @Override
  public final MessageClass messageClass(long n) {
    return messageClass;
  }

  @Override
  public final int bytes(long n) {
    return sizes.bytes(sizesSeed, n);
  }
}
