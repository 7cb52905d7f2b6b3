package org.boardbench.trial.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.boardbench.plan.model.CapacitySpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.TrialOrder;
import org.boardbench.plan.model.Variant;
import org.boardbench.results.StoreException;
import org.boardbench.store.ResultStore;
import org.boardbench.store.StageRow;
import org.boardbench.trial.capacity.FreshStart;
import org.boardbench.trial.capacity.LoadOutcome;
import org.boardbench.trial.capacity.LoadSearch;
import org.boardbench.trial.capacity.NextHold;
import org.boardbench.trial.capacity.SearchPhase;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.RunEvent;

/**
 * The starts of a search for capacities. Each repetition has one of every variant whose search goes
 * on, in the order of listed ones. What has been measured is read from the run's files before each
 * start, so that a search that was broken off goes on as one that was not.
 */
final class SearchedTrials implements TrialSource {
  private static final Duration SHORTEST_STEP_UP = Duration.ofSeconds(1);

  private final ExperimentPlan plan;
  private final CapacitySpec spec;
  private final ResultStore store;
  private final EventBus<RunEvent> events;
  private final Objectives objectives;
  private final LoadSearch search;
  private final CapacityRows rows;
  private StoredStarts starts;

  SearchedTrials(
      ExperimentPlan plan, CapacitySpec spec, ResultStore store, EventBus<RunEvent> events)
      throws StoreException {
    this.plan = plan;
    this.spec = spec;
    this.store = store;
    this.events = events;
    this.objectives = new Objectives(spec.objectives());
    this.search = new LoadSearch(spec);
    this.rows = new CapacityRows(plan, spec, search, store);
    this.starts = StoredStarts.read(store.folder(), objectives);
  }

  @Override
  public List<PlannedTrial> known() {
    return plan.variants().stream().filter(this::goesOn).map(this::next).toList();
  }

  @Override
  public Optional<PlannedTrial> next() throws StoreException {
    starts = StoredStarts.read(store.folder(), objectives);
    for (String sentence : rows.complete(starts)) {
      events.publish(new RunEvent.Noted(sentence));
    }
    List<PlannedTrial> known = known();
    int repetition = known.stream().mapToInt(PlannedTrial::repetition).min().orElse(1);
    List<Variant> order = TrialOrder.repetition(plan, repetition);
    return known.stream()
        .filter(trial -> trial.repetition() == repetition)
        .min(Comparator.comparingInt(trial -> order.indexOf(trial.variant())));
  }

  @Override
  public StageSource stages(PlannedTrial trial) {
    List<FreshStart> earlier = starts.of(trial.variant().name());
    return measured -> search.next(earlier, outcomes(measured)).map(hold -> stage(hold, measured));
  }

  /** {@code bracket}, {@code staircase 2/5}, {@code confirmation 1}. */
  @Override
  public String task(PlannedTrial trial) {
    List<FreshStart> earlier = starts.of(trial.variant().name());
    SearchPhase phase = phase(earlier).orElseThrow();
    long number =
        1
            + IntStream.range(0, earlier.size())
                .filter(i -> phase(earlier.subList(0, i)).equals(Optional.of(phase)))
                .count();
    return switch (phase) {
      case BRACKET -> "bracket";
      case STAIRCASE -> "staircase " + number + "/" + Math.max(number, spec.starts());
      case CONFIRMATION -> "confirmation " + number;
    };
  }

  private Optional<SearchPhase> phase(List<FreshStart> earlier) {
    return search.next(earlier, List.of()).map(NextHold::phase);
  }

  @Override
  public Optional<List<StageSpec>> knownStages() {
    return Optional.empty();
  }

  private boolean goesOn(Variant variant) {
    return phase(starts.of(variant.name())).isPresent();
  }

  private PlannedTrial next(Variant variant) {
    int repetition = starts.of(variant.name()).size() + 1;
    return new PlannedTrial(variant, repetition, starts.count() + 1);
  }

  private List<LoadOutcome> outcomes(List<StageRow> measured) {
    List<LoadOutcome> outcomes = new ArrayList<>();
    for (StageRow row : measured) {
      outcomes.add(objectives.outcome(store.stored(row)));
    }
    return outcomes;
  }

  /** A step up takes of the ramp what its new users are of all, for they join as fast. */
  private StageSpec stage(NextHold hold, List<StageRow> measured) {
    int before = measured.isEmpty() ? 0 : measured.getLast().result().spec().users();
    double share = (hold.users() - before) / (double) hold.users();
    Duration part = Duration.ofMillis(Math.round(hold.ramp().toMillis() * share));
    Duration ramp = part.compareTo(SHORTEST_STEP_UP) < 0 ? SHORTEST_STEP_UP : part;
    return new StageSpec(
        hold.users(), ramp.compareTo(hold.ramp()) < 0 ? ramp : hold.ramp(), hold.hold());
  }
}
