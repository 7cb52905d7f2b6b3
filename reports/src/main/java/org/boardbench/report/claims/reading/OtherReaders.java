package org.boardbench.report.claims.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;
import org.boardbench.input.Entry;
import org.boardbench.input.ValueReader;
import org.boardbench.input.YamlMap;
import org.boardbench.report.claims.Need;
import org.boardbench.report.claims.Need.Limit;
import org.boardbench.report.claims.Need.Rule;
import org.boardbench.report.claims.StatedFigure;

/** Reads what a file of claims has besides claims: stated numbers, and needs. */
final class OtherReaders {
  private static final String SAYS = "says";
  private static final String RANGE = "..";
  private static final String NEED = "need";
  private static final String SECTION = "section";
  private static final String RULE = "rule";
  private static final String KEEP = "keep";
  private static final String AMONG = "among";
  private static final String PAPER = "paper";

  private final Fields fields;

  OtherReaders(Fields fields) {
    this.fields = fields;
  }

  Optional<StatedFigure> stated(YamlMap map) {
    map.allowing(Set.of(Fields.FIGURE, Fields.OF, Fields.USERS, SAYS));
    Optional<StageFigure> figure = fields.figure(map);
    Optional<Where> where = fields.where(map);
    List<Double> ends = map.required(SAYS).map(this::ends).orElse(List.of());
    return figure.isEmpty() || where.isEmpty() || ends.isEmpty()
        ? Optional.empty()
        : Optional.of(new StatedFigure(where.get(), figure.get(), ends.getFirst(), ends.getLast()));
  }

  /** {@code 250} or {@code 400..450}; none where it is neither. */
  private List<Double> ends(Entry entry) {
    String text = entry.text();
    int range = text.indexOf(RANGE);
    if (range < 0) {
      return Fields.NUMBER.read(entry, fields.problems()).stream().toList();
    }
    Optional<Double> low = Fields.NUMBER.parse(text.substring(0, range));
    Optional<Double> high = Fields.NUMBER.parse(text.substring(range + RANGE.length()));
    if (low.isEmpty() || high.isEmpty() || low.get() > high.get()) {
      fields
          .problems()
          .add(entry.key(), "must be a number or a range, written like 400..450, was " + text);
      return List.of();
    }
    return List.of(low.get(), high.get());
  }

  Optional<Need> need(YamlMap map) {
    map.allowing(
        Set.of(
            NEED, SECTION, RULE, Fields.FIGURE, Fields.USERS, KEEP, Fields.COUNTS, AMONG, PAPER));
    Optional<String> name = fields.text(map, NEED);
    Optional<Rule> rule =
        map.required(RULE)
            .flatMap(
                entry -> ValueReader.oneOf(Rule.class, Rule::word).read(entry, fields.problems()));
    boolean isLeast = rule.filter(one -> one == Rule.LEAST).isPresent();
    Optional<StageFigure> figure = isLeast ? fields.figure(map) : Optional.empty();
    if (!isLeast && map.has(Fields.FIGURE)) {
      fields.problems().add(map.pathOf(Fields.FIGURE), "goes with the rule least only");
    }
    Where where = new Where(map.pathOf(NEED), "", fields.users(map, Fields.USERS));
    List<Limit> keep = map.map(KEEP).map(this::limits).orElse(List.of());
    double counts = fields.counts(map);
    List<String> among = fields.variants(map, AMONG);
    List<String> paper = map.has(PAPER) ? fields.variants(map, PAPER) : List.of();
    return name.isEmpty() || rule.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Need(
                name.get(),
                Fields.optionalText(map, SECTION),
                rule.get(),
                figure,
                where,
                keep,
                counts,
                among,
                paper));
  }

  private List<Limit> limits(YamlMap map) {
    return map.keys().stream().flatMap(key -> limit(map, key).stream()).toList();
  }

  private Optional<Limit> limit(YamlMap map, String key) {
    Optional<StageFigure> figure = fields.figure(new Entry(map.pathOf(key), key));
    Optional<Double> atMost = fields.number(map, key);
    return figure.isEmpty()
        ? Optional.empty()
        : atMost.map(bound -> new Limit(figure.get(), bound));
  }
}
