package org.boardbench.micro.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.boardbench.micro.Series;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks on the class path. */
final class BenchmarkCatalog {
  private final BenchmarkList list;

  BenchmarkCatalog(BenchmarkList list) {
    this.list = list;
  }

  /**
   * The cases in the order in which they run: groups, then benchmarks by name.
   *
   * @param wanted looked for in JMH's name, and in {@link BenchmarkCase#searchable}
   * @param options may exclude benchmarks and choose values of parameters
   * @throws UsageException when there is none, or a parameter is chosen that none has
   */
  List<BenchmarkCase> cases(Pattern wanted, Method method, JmhOptions options)
      throws UsageException {
    List<BenchmarkCase> all = new ArrayList<>();
    Set<String> parameters = new TreeSet<>();
    for (BenchmarkListEntry entry :
        list.find(silent(), List.of(".*"), options.parsed().getExcludes())) {
      parameters.addAll(entry.getParams().orElse(Map.of()).keySet());
      all.addAll(cases(entry, method, options.parsed()));
    }
    for (String chosen : options.parameters()) {
      if (!parameters.contains(chosen)) {
        throw new UsageException("-p: must be one of " + parameters + ", was \"" + chosen + "\"");
      }
    }
    List<BenchmarkCase> chosen =
        all.stream()
            .filter(one ->
                wanted.matcher(one.method()).find() || wanted.matcher(one.searchable()).find())
            .sorted(Comparator.comparing((BenchmarkCase one) -> one.series().group()))
            .toList();
    if (chosen.isEmpty()) {
      throw new UsageException(
          "--bench: must match a benchmark, such as CodecBenchmark or jackson (--list shows all),"
              + " was \""
              + wanted
              + "\"");
    }
    return chosen;
  }

  private static List<BenchmarkCase> cases(
      BenchmarkListEntry entry, Method method, Options options) {
    Series series = series(entry);
    List<Map<String, String>> combinations = List.of(Map.of());
    Map<String, String[]> declared = new TreeMap<>(entry.getParams().orElse(Map.of()));
    for (Map.Entry<String, String[]> parameter : declared.entrySet()) {
      combinations =
          combined(combinations, parameter.getKey(), values(parameter, series, method, options));
    }
    return combinations.stream()
        .map(parameters -> new BenchmarkCase(entry.getUsername(), series, parameters))
        .toList();
  }

  /**
   * What the command line says, else what the method is narrowed to, else all that is declared.
   * Numbers may be any; of libraries and strategies a benchmark has those that it declares.
   */
  private static List<String> values(
      Map.Entry<String, String[]> parameter, Series series, Method method, Options options) {
    List<String> declared = Arrays.asList(parameter.getValue());
    var chosen = options.getParameter(parameter.getKey());
    if (chosen.hasValue()) {
      return chosen.get().stream()
          .filter(value -> !parameter.getKey().equals(series.by()) || declared.contains(value))
          .toList();
    }
    List<String> narrowed = method.narrowed().getOrDefault(parameter.getKey(), declared);
    return declared.containsAll(narrowed) ? narrowed : declared;
  }

  private static List<Map<String, String>> combined(
      List<Map<String, String>> combinations, String name, List<String> values) {
    List<Map<String, String>> longer = new ArrayList<>();
    for (Map<String, String> combination : combinations) {
      for (String value : values) {
        Map<String, String> one = new LinkedHashMap<>(combination);
        one.put(name, value);
        longer.add(one);
      }
    }
    return longer;
  }

  private static Series series(BenchmarkListEntry entry) {
    try {
      Series series = Class.forName(entry.getUserClassQName()).getAnnotation(Series.class);
      if (series == null || !entry.getParams().orElse(Map.of()).containsKey(series.by())) {
        throw new IllegalStateException(
            entry.getUserClassQName() + " needs @Series with a parameter of its own");
      }
      return series;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OutputFormat silent() {
    return OutputFormatFactory.createFormatInstance(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        VerboseMode.SILENT);
  }
}
