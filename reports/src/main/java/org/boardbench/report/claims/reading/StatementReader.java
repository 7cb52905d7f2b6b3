package org.boardbench.report.claims.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;
import org.boardbench.input.Entry;
import org.boardbench.input.ValueReader;
import org.boardbench.input.WordList;
import org.boardbench.input.YamlMap;
import org.boardbench.report.claims.Along;
import org.boardbench.report.claims.BoundStatement;
import org.boardbench.report.claims.Effect.Better;
import org.boardbench.report.claims.EffectStatement;
import org.boardbench.report.claims.KneeStatement;
import org.boardbench.report.claims.Occasion;
import org.boardbench.report.claims.OrderStatement;
import org.boardbench.report.claims.RankStatement;
import org.boardbench.report.claims.RatioStatement;
import org.boardbench.report.claims.Statement;
import org.boardbench.report.claims.TrendStatement;
import org.boardbench.statistics.FigureKind;

/** Reads one statement: a map of one key, which is what it says, with where it says so. */
final class StatementReader {
  private static final String IS = "is";
  private static final String TO = "to";
  private static final String TO_USERS = "to-users";
  private static final String AMONG = "among";
  private static final String ALONG = "along";
  private static final String WITHIN = "within";
  private static final String BEYOND = "beyond";
  private static final String GOOD_ABOVE = "good-above";
  private static final String GOOD_BELOW = "good-below";
  private static final String FROM = "from";
  private static final String AGAINST = "against";
  private static final String BETTER = "better";
  private static final String STAGE = "stage";
  private static final String TO_STAGE = "to-stage";
  private static final String TAU_ABOVE = "tau-above";

  /** Kendall's tau is at most 1, which no value can be above. */
  private static final ValueReader<Double> TAU = ValueReader.number(0, 0.99);

  private enum Compared {
    LESS("less"),
    MORE("more"),
    SAME("same");

    private final String word;

    Compared(String word) {
      this.word = word;
    }

    Region region(double counts) {
      return switch (this) {
        case LESS -> Region.below(1 / (1 + counts));
        case MORE -> Region.above(1 + counts);
        case SAME -> Region.same(counts);
      };
    }
  }

  private enum Kept {
    SAME
  }

  private enum Extreme {
    LEAST("least", Compared.LESS),
    MOST("most", Compared.MORE);

    private final String word;
    private final Compared toOthers;

    Extreme(String word, Compared toOthers) {
      this.word = word;
      this.toOthers = toOthers;
    }
  }

  private final Fields fields;
  private final Map<String, Function<YamlMap, Optional<Statement>>> forms = new LinkedHashMap<>();

  StatementReader(Fields fields) {
    this.fields = fields;
    forms.put("ratio", this::ratio);
    forms.put("rank", this::rank);
    forms.put("trend", this::trend);
    forms.put("bound", this::bound);
    forms.put("knee", this::knee);
    forms.put("effect", this::effect);
    forms.put("order", this::order);
  }

  Optional<Statement> statement(YamlMap map) {
    map.allowing(forms.keySet());
    List<String> known = map.keys().stream().filter(forms::containsKey).toList();
    if (known.size() == 1) {
      String form = known.getFirst();
      return map.map(form).flatMap(forms.get(form));
    }
    if (known.size() == map.keys().size()) {
      String at = map.pathOf("").replaceFirst("\\.$", "");
      fields.problems().add(at, "must be one of " + WordList.or(List.copyOf(forms.keySet())));
    }
    return Optional.empty();
  }

  private Optional<Statement> ratio(YamlMap map) {
    map.allowing(
        Set.of(
            Fields.FIGURE,
            Fields.OF,
            Fields.USERS,
            TO,
            TO_USERS,
            IS,
            Fields.COUNTS,
            Fields.BELOW,
            Fields.ABOVE));
    Optional<StageFigure> figure = fields.figure(map);
    Optional<Where> of = fields.where(map);
    Optional<Where> base = fields.where(map, TO, map.has(TO_USERS) ? TO_USERS : Fields.USERS);
    Optional<Region> region =
        map.has(IS) ? compared(map) : fields.ends(map, Fields.ABOVE, Fields.BELOW);
    if (figure.isEmpty() || of.isEmpty() || base.isEmpty() || region.isEmpty()) {
      return Optional.empty();
    }
    if (of.get().variant().equals(base.get().variant())
        && of.get().users().equals(base.get().users())) {
      fields.problems().add(map.pathOf(TO), "must not be the same as " + Fields.OF);
    }
    return Optional.of(new RatioStatement(figure.get(), of.get(), base.get(), region.get()));
  }

  /** A region by a word; a bound beside it would be a second one. */
  private Optional<Region> compared(YamlMap map) {
    for (String end : List.of(Fields.ABOVE, Fields.BELOW)) {
      if (map.has(end)) {
        fields.problems().add(map.pathOf(end), "cannot go with " + IS);
      }
    }
    double counts = fields.counts(map);
    return map.required(IS)
        .flatMap(entry -> word(entry, Compared.class, one -> one.word))
        .map(one -> one.region(counts));
  }

  private Optional<Statement> rank(YamlMap map) {
    map.allowing(Set.of(Fields.FIGURE, Fields.OF, Fields.USERS, AMONG, IS, Fields.COUNTS));
    Optional<StageFigure> figure = fields.figure(map);
    Optional<Where> of = fields.where(map);
    List<String> among = fields.variants(map, AMONG);
    double counts = fields.counts(map);
    Optional<Extreme> extreme =
        map.required(IS).flatMap(entry -> word(entry, Extreme.class, one -> one.word));
    if (figure.isEmpty() || of.isEmpty() || extreme.isEmpty()) {
      return Optional.empty();
    }
    if (among.stream().allMatch(name -> name.equals(of.get().variant()))) {
      fields.problems().add(map.pathOf(AMONG), "must name another variant than " + Fields.OF);
    }
    return Optional.of(
        new RankStatement(figure.get(), of.get(), among, extreme.get().toOthers.region(counts)));
  }

  private Optional<Statement> trend(YamlMap map) {
    map.allowing(Set.of(Fields.FIGURE, Fields.OF, Fields.USERS, ALONG, WITHIN, BEYOND));
    Optional<StageFigure> figure = fields.figure(map);
    Optional<Where> of = fields.where(map);
    Optional<Along> along =
        map.required(ALONG).flatMap(entry -> word(entry, Along.class, Along::word));
    Optional<Region> region = fields.ends(map, BEYOND, WITHIN);
    if (figure.isEmpty() || of.isEmpty() || along.isEmpty() || region.isEmpty()) {
      return Optional.empty();
    }
    if (of.get().users().size() == 1) {
      fields.problems().add(map.pathOf(Fields.USERS), "must be at least two loads, was one");
    }
    return Optional.of(new TrendStatement(figure.get(), of.get(), along.get(), region.get()));
  }

  private Optional<Statement> bound(YamlMap map) {
    map.allowing(Set.of(Fields.FIGURE, Fields.OF, Fields.USERS, Fields.ABOVE, Fields.BELOW));
    Optional<StageFigure> figure = fields.figure(map);
    Optional<Where> of = fields.where(map);
    Optional<Region> region = fields.ends(map, Fields.ABOVE, Fields.BELOW);
    return figure.isEmpty() || of.isEmpty() || region.isEmpty()
        ? Optional.empty()
        : Optional.of(new BoundStatement(figure.get(), of.get(), region.get()));
  }

  private Optional<Statement> knee(YamlMap map) {
    map.allowing(Set.of(Fields.FIGURE, Fields.OF, GOOD_ABOVE, GOOD_BELOW, FROM, TO));
    Optional<StageFigure> figure = fields.figure(map);
    Optional<String> variant = fields.variant(map, Fields.OF);
    Optional<Region> good = fields.ends(map, GOOD_ABOVE, GOOD_BELOW);
    Optional<Integer> from = fields.load(map, FROM);
    Optional<Integer> to = fields.load(map, TO);
    if (figure.isEmpty() || variant.isEmpty() || good.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get() < from.get()) {
      fields
          .problems()
          .add(
              map.pathOf(TO), "must be at least " + FROM + ", " + from.get() + ", was " + to.get());
    }
    Where of = new Where(map.pathOf(Fields.OF), variant.get(), List.of(from.get(), to.get()));
    return Optional.of(new KneeStatement(figure.get(), of, good.get()));
  }

  /** Of times and costs less is to the better, of rates more, unless it is said. */
  private Optional<Statement> effect(YamlMap map) {
    map.allowing(Set.of(Fields.FIGURE, Fields.OF, AGAINST, Fields.USERS, BETTER, Fields.COUNTS));
    Optional<StageFigure> figure = fields.figure(map);
    Optional<Where> of = fields.where(map);
    Optional<Where> against = fields.where(map, AGAINST, Fields.USERS);
    Optional<Better> said =
        map.scalar(BETTER).flatMap(entry -> word(entry, Better.class, Better::word));
    double counts = fields.counts(map);
    if (figure.isEmpty() || of.isEmpty() || against.isEmpty()) {
      return Optional.empty();
    }
    if (of.get().variant().equals(against.get().variant())) {
      fields.problems().add(map.pathOf(AGAINST), "must not be the same as " + Fields.OF);
    }
    Better usual = figure.get().kind() == FigureKind.RATE ? Better.MORE : Better.LESS;
    return Optional.of(
        new EffectStatement(figure.get(), of.get(), against.get(), said.orElse(usual), counts));
  }

  private Optional<Statement> order(YamlMap map) {
    map.allowing(
        Set.of(
            Fields.FIGURE,
            AMONG,
            Fields.USERS,
            TO_USERS,
            STAGE,
            TO_STAGE,
            IS,
            TAU_ABOVE,
            Fields.COUNTS));
    Optional<StageFigure> figure = fields.figure(map);
    List<String> among = fields.variants(map, AMONG).stream().distinct().toList();
    Optional<Occasion> here = occasion(map, STAGE, Fields.USERS);
    Optional<Occasion> there = occasion(map, TO_STAGE, TO_USERS);
    double counts = fields.counts(map);
    Optional<Double> tau = map.scalar(TAU_ABOVE).flatMap(one -> TAU.read(one, fields.problems()));
    if (map.has(IS) == map.has(TAU_ABOVE)) {
      fields.problems().add(map.pathOf(IS), "or " + TAU_ABOVE + " must be there, one of the two");
    }
    map.scalar(IS).ifPresent(entry -> word(entry, Kept.class, _ -> Compared.SAME.word));
    if (among.size() < 2) {
      fields.problems().add(map.pathOf(AMONG), "must name two variants at least");
    }
    if (figure.isEmpty() || here.isEmpty() || there.isEmpty() || among.size() < 2) {
      return Optional.empty();
    }
    if (here.get().isSame(there.get())) {
      fields
          .problems()
          .add(
              there.get().key(),
              "must not be the same as " + (map.has(STAGE) ? STAGE : Fields.USERS));
    }
    return Optional.of(
        new OrderStatement(
            figure.get(),
            among,
            here.get(),
            there.get(),
            counts,
            tau.map(OptionalDouble::of).orElse(OptionalDouble.empty())));
  }

  /** Loads, or a stage by its number. */
  private Optional<Occasion> occasion(YamlMap map, String stageKey, String usersKey) {
    if (map.has(stageKey) == map.has(usersKey)) {
      fields
          .problems()
          .add(map.pathOf(usersKey), "or " + stageKey + " must be there, one of the two");
      return Optional.empty();
    }
    if (map.has(stageKey)) {
      return fields
          .load(map, stageKey)
          .map(number -> new Occasion(map.pathOf(stageKey), OptionalInt.of(number), List.of()));
    }
    List<Integer> users = fields.users(map, usersKey);
    return users.isEmpty()
        ? Optional.empty()
        : Optional.of(new Occasion(map.pathOf(usersKey), OptionalInt.empty(), users));
  }

  private <E extends Enum<E>> Optional<E> word(
      Entry entry, Class<E> type, Function<E, String> word) {
    return ValueReader.oneOf(type, word).read(entry, fields.problems());
  }
}
