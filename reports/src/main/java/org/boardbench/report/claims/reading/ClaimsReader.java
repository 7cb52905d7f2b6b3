package org.boardbench.report.claims.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.boardbench.input.InputException;
import org.boardbench.input.Problems;
import org.boardbench.input.ValueReader;
import org.boardbench.input.YamlMap;
import org.boardbench.report.claims.Beside;
import org.boardbench.report.claims.Claim;
import org.boardbench.report.claims.ClaimsFile;
import org.boardbench.report.claims.EffectStatement;
import org.boardbench.report.claims.Statement;
import org.boardbench.results.StoreException;

/**
 * Reads a file of claims, such as {@code bench/experiments/paper.claims.yaml}, which shows all that
 * there is.
 */
public final class ClaimsReader {
  private static final ValueReader<String> ID =
      ValueReader.matching("[A-Za-z0-9][A-Za-z0-9._-]{0,30}", "up to 31 letters, digits, . _ or -");
  private static final double USUAL_COUNTS = 0.05;

  private static final String SOURCE = "source";
  private static final String VARIANTS = "variants";
  private static final String BESIDE = "beside";
  private static final String CLAIMS = "claims";
  private static final String STATED = "stated";
  private static final String RECOMMENDATIONS = "recommendations";
  private static final String NAME = "name";
  private static final String INSTEAD_OF = "instead-of";
  private static final String ID_KEY = "id";
  private static final String SECTION = "section";
  private static final String SAYS = "says";
  private static final String ALL = "all";

  private final Problems problems = new Problems();
  private final Set<String> ids = new HashSet<>();

  private ClaimsReader() {}

  /**
   * The claims of a file.
   *
   * @throws StoreException when the file cannot be read
   * @throws InputException with every problem of its content
   */
  public static ClaimsFile read(Path file) throws StoreException, InputException {
    try {
      return read(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw StoreException.reading(file, e);
    }
  }

  /**
   * The claims of a text.
   *
   * @param name of the file, in problems
   * @throws InputException with every problem
   */
  public static ClaimsFile read(String name, String yaml) throws InputException {
    return new ClaimsReader().file(name, yaml);
  }

  private ClaimsFile file(String name, String yaml) throws InputException {
    Optional<YamlMap> root = YamlMap.parseOneOfSeveral(name, yaml, problems);
    problems.throwIfAny();
    YamlMap map =
        root.orElseThrow()
            .allowing(
                Set.of(SOURCE, VARIANTS, BESIDE, Fields.COUNTS, CLAIMS, STATED, RECOMMENDATIONS));
    if (!map.has(VARIANTS)) {
      problems.add(map.pathOf(VARIANTS), "is missing");
    }
    List<String> variants = map.words(VARIANTS).orElse(List.of());
    double counts = new Fields(variants, USUAL_COUNTS, problems).counts(map);
    Fields fields = new Fields(variants, counts, problems);
    List<Claim> claims = claims(map, fields);
    OtherReaders others = new OtherReaders(fields);
    ClaimsFile file =
        new ClaimsFile(
            name,
            Fields.optionalText(map, SOURCE),
            variants,
            map.map(BESIDE).flatMap(one -> beside(one, fields)),
            claims,
            each(map, STATED, others::stated),
            each(map, RECOMMENDATIONS, others::need));
    problems.throwIfAny();
    return file;
  }

  private static <T> List<T> each(YamlMap map, String key, Function<YamlMap, Optional<T>> reader) {
    List<T> read = new ArrayList<>();
    map.maps(key).orElse(List.of()).forEach(one -> reader.apply(one).ifPresent(read::add));
    return read;
  }

  private Optional<Beside> beside(YamlMap map, Fields fields) {
    map.allowing(Set.of(NAME, INSTEAD_OF, VARIANTS));
    Optional<String> name = fields.text(map, NAME);
    Optional<String> insteadOf = fields.text(map, INSTEAD_OF);
    if (!map.has(VARIANTS)) {
      problems.add(map.pathOf(VARIANTS), "is missing");
    }
    Optional<Map<String, String>> others =
        map.map(VARIANTS).map(of -> of.allowing(Set.copyOf(fields.variants())).texts());
    return name.isEmpty() || insteadOf.isEmpty()
        ? Optional.empty()
        : others.map(of -> new Beside(name.get(), insteadOf.get(), of));
  }

  private List<Claim> claims(YamlMap map, Fields fields) {
    StatementReader statements = new StatementReader(fields);
    List<Claim> claims = each(map, CLAIMS, one -> claim(one, fields, statements));
    if (!map.has(CLAIMS) || map.isEmptyList(CLAIMS)) {
      problems.add(map.pathOf(CLAIMS), "at least one claim is needed, was none");
    }
    return claims;
  }

  private Optional<Claim> claim(YamlMap map, Fields fields, StatementReader statements) {
    map.allowing(Set.of(ID_KEY, SECTION, SAYS, ALL));
    Optional<String> id = map.required(ID_KEY).flatMap(entry -> ID.read(entry, problems));
    if (id.filter(one -> !ids.add(one)).isPresent()) {
      problems.add(map.pathOf(ID_KEY), "must be unique, was " + id.get() + " before");
    }
    Optional<String> says = fields.text(map, SAYS);
    List<Statement> all = each(map, ALL, statements::statement);
    if (!map.has(ALL) || map.isEmptyList(ALL)) {
      problems.add(map.pathOf(ALL), "at least one statement is needed, was none");
    }
    if (all.stream().anyMatch(EffectStatement.class::isInstance)
        && !all.stream().allMatch(EffectStatement.class::isInstance)) {
      problems.add(map.pathOf(ALL), "must be effects alone, or none");
    }
    return id.isEmpty() || says.isEmpty()
        ? Optional.empty()
        : Optional.of(new Claim(id.get(), Fields.optionalText(map, SECTION), says.get(), all));
  }
}
