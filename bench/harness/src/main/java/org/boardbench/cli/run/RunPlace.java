package org.boardbench.cli.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;

/** Remembers where a run is, for who looks at it when it has ended. */
public final class RunPlace implements EventConsumer<RunEvent> {
  private final AtomicReference<RunEvent.RunStarted> started = new AtomicReference<>();

  @Override
  public String name() {
    return "The end of the run";
  }

  @Override
  public void accept(RunEvent event) {
    if (event instanceof RunEvent.RunStarted start) {
      started.set(start);
    }
  }

  /** Empty where the run never began. */
  public Optional<RunEvent.RunStarted> started() {
    return Optional.ofNullable(started.get());
  }
}
