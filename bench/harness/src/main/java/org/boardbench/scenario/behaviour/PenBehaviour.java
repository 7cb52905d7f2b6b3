package org.boardbench.scenario.behaviour;

import java.util.Set;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.pen.Pen;

/** A behaviour whose messages come from a pen. */
interface PenBehaviour extends Behaviour {
  Pen pen();

  @Override
  default PayloadSizes sizes() {
    return pen().sizes();
  }

  @Override
  default Set<MessageClass> classes() {
    return Set.of(MessageClass.STROKE);
  }

  @Override
  default double meanBytes() {
    return pen().means().messageBytes();
  }
}
