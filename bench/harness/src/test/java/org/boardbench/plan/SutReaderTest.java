package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.SutSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SutReaderTest {
  private static ExperimentPlan plan(String sut) throws InputException {
    String yaml = "targets: [zoo]\nstages: [{ users: 20, hold: 5s }]\n" + sut;
    return new PlanReader(Set.of("zoo")).read("x.yaml", yaml, PlanOverrides.NONE);
  }

  @Test
  void targetsAreStartedHereUnlessAPlanSaysWhere() throws Exception {
    assertThat(plan("").launch().sut()).isEmpty();
    assertThat(PlanTree.of(plan(""))).doesNotContainKey("sut");
  }

  @Test
  void anAgentOfAnotherMachineIsStoredAsItIsRead() throws Exception {
    ExperimentPlan plan = plan("sut: { host: 10.0.0.5:7900 }");

    assertThat(plan.launch().sut().map(SutSpec::host)).contains("10.0.0.5:7900");
    assertThat(PlanTree.of(plan).get("sut"))
        .isEqualTo(Map.of("host", "10.0.0.5:7900", "launcher", "agent"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ launcher: agent } | sut.host: is missing",
        "{ host: there } | sut.host: must be HOST:PORT of an agent, was there",
        "{ host: '10.0.0.5:7900', launcher: docker } | sut.launcher: must be agent, was docker",
        "{ host: '10.0.0.5:7900', port: 1 } | sut.port: unknown key",
      })
  void whatIsWrongIsNamedWithItsBound(String sut, String problem) {
    assertThatThrownBy(() -> plan("sut: " + sut))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(problem);
  }
}
