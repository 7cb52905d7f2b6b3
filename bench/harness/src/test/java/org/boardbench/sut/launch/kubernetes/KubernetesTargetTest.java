package org.boardbench.sut.launch.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.input.Problem;
import org.boardbench.sut.process.Specimens;
import org.junit.jupiter.api.Test;

/** Which targets can be pods. */
class KubernetesTargetTest {
  @Test
  void aTargetThatCannotBeToldWhereToListenIsRefused() throws Exception {
    assertThat(KubernetesTarget.objections(Specimens.manifest("contained"))).isEmpty();
    assertThat(KubernetesTarget.objections(Specimens.manifest("healthy")))
        .extracting(Problem::toString)
        .contains(
            "healthy/target.yaml: start: has no {host}, and the kubernetes launcher needs it");
  }

  @Test
  void aServerBehindACompanionIsRefusedBecauseThatIsStartedFirst() throws Exception {
    assertThat(KubernetesTarget.objections(Specimens.manifest("behind-a-companion")))
        .extracting(Problem::toString)
        .contains(
            "behind-a-companion/target.yaml: companions.front.image: is missing, and the kubernetes"
                + " launcher needs it",
            "behind-a-companion/target.yaml: endpoint.through: front is started before the server,"
                + " whose name a cluster does not know until then: the kubernetes launcher cannot"
                + " start it");
  }
}
