package org.boardbench.micro.codec;

import org.boardbench.micro.payload.Stroke;

/** A codec whose library reads and writes the record itself. */
interface RecordCodec<E> extends Codec<Stroke, E> {
  @Override
  default Stroke model(Stroke stroke) {
    return stroke;
  }

  @Override
  default Stroke stroke(Stroke model) {
    return model;
  }
}
