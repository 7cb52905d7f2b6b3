package org.boardbench.micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.boardbench.micro.Series;
import org.boardbench.scenario.behaviour.Behaviours;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;

class BenchmarkCatalogTest {
  private static final Set<String> GROUPS =
      Set.of(
          "serialization",
          "utf-8",
          "frames",
          "stomp",
          "driver",
          "fan-out",
          "sockets",
          "schedules",
          "tomcat",
          "wake-ups");

  private final BenchmarkCatalog catalog = new BenchmarkCatalog(BenchmarkList.defaultList());

  @Test
  void everyGroupIsInAQuickRunAndInAFullOne() throws UsageException {
    assertThat(groups(Method.quick())).containsAll(GROUPS);
    assertThat(groups(Method.full())).containsAll(GROUPS);
  }

  @Test
  void aQuickRunHasTheSmallestMessageAndOneNumberOfMembers() throws UsageException {
    for (BenchmarkCase one : cases(".*", Method.quick())) {
      assertThat(one.parameters().getOrDefault(Series.PAYLOAD, "300")).isEqualTo("300");
      assertThat(one.parameters().getOrDefault(Series.MEMBERS, "100")).isEqualTo("100");
    }
  }

  @Test
  void whatAScheduleCostsIsAskedOfEveryWayToMakeMessages() throws UsageException {
    // Who watches has none, a trace has a list of them, and bursts are made as a cursor's moves.
    Set<String> made =
        Behaviours.names().stream()
            .filter(name -> !Set.of("watch", "trace", "bursts").contains(name))
            .collect(Collectors.toSet());
    for (Method method : List.of(Method.quick(), Method.full())) {
      assertThat(cases("^schedules ", method))
          .extracting(one -> one.parameters().get("behaviour"))
          .containsExactlyInAnyOrderElementsOf(made);
    }
  }

  @Test
  void theTimesThatAreStatedHoldByThePlan() throws UsageException {
    assertThat(planned(Method.quick())).isLessThan(135);
    assertThat(planned(Method.full())).isLessThan(33 * 60);
  }

  @Test
  void anExpressionFindsJmhsNamesAndLibraries() throws UsageException {
    assertThat(cases("frame.FrameEncodeBenchmark.encode$", Method.quick()))
        .extracting(BenchmarkCase::benchmark)
        .containsOnly("FrameEncodeBenchmark.encode")
        .hasSize(3);
    assertThat(cases("^stomp .* spring-stomp$", Method.quick()))
        .extracting(BenchmarkCase::compared)
        .containsOnly("spring-stomp")
        .hasSize(2);
  }

  @Test
  void parametersOfTheCommandLineCountBeforeThoseOfTheClass() throws UsageException {
    JmhOptions options =
        JmhOptions.parse(List.of("-p", "payloadBytes=500,600", "-p", "envelope=plain,unknown"));
    assertThat(
            catalog
                .cases(Pattern.compile("StompBenchmark.encode"), Method.quick(), options)
                .stream()
                .map(BenchmarkCase::title))
        .containsExactlyInAnyOrder(
            "StompBenchmark.encode plain, payloadBytes 500",
            "StompBenchmark.encode plain, payloadBytes 600");
  }

  private Set<String> groups(Method method) throws UsageException {
    return cases(".*", method).stream()
        .map(one -> one.series().group())
        .collect(Collectors.toSet());
  }

  private double planned(Method method) throws UsageException {
    long cases =
        cases(".*", method).stream()
            .filter(one -> !one.series().group().equals("specimens"))
            .count();
    return method.about().toMillis() * cases / 1000.0;
  }

  private List<BenchmarkCase> cases(String expression, Method method) throws UsageException {
    return catalog.cases(Pattern.compile(expression), method, JmhOptions.parse(List.of()));
  }
}
