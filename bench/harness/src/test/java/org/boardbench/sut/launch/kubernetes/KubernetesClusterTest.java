package org.boardbench.sut.launch.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.util.List;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.input.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is in the way of a run in a cluster, said before anything is started. */
@Timeout(120)
@EnableKubernetesMockClient(crud = true, https = false)
class KubernetesClusterTest {
  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

  KubernetesMockServer server;
  KubernetesClient client;

  @Test
  void nothingIsInTheWayOfWhoMayDoAllInANamespaceThatIsThere() {
    makeNamespace();
    server.expect().post().withPath(REVIEWS).andReturn(201, review(true)).always();

    assertThat(problems()).isEmpty();
  }

  @Test
  void saysThatTheNamespaceIsNotThereAndHowToMakeIt() {
    assertThat(problems())
        .containsExactly("kubernetes: has no namespace test: run kubectl create namespace test");
  }

  @Test
  void namesEveryRightThatIsMissingInOneLine() {
    makeNamespace();
    server.expect().post().withPath(REVIEWS).andReturn(201, review(false)).once();
    server.expect().post().withPath(REVIEWS).andReturn(201, review(true)).times(9);
    server.expect().post().withPath(REVIEWS).andReturn(201, review(false)).always();

    assertThat(problems())
        .containsExactly(
            "kubernetes: does not let you create services, get pods/portforward in namespace test:"
                + " bench/kubernetes/fleet/rights.yaml has a role with all that a run needs");
  }

  @Test
  void whoMayNotLookAtNamespacesMayStillWorkInOne() {
    server.expect().get().withPath("/api/v1/namespaces/test").andReturn(403, "forbidden").always();
    server.expect().post().withPath(REVIEWS).andReturn(201, review(true)).always();

    assertThat(problems()).isEmpty();
  }

  @Test
  void saysInALineThatNoClusterAnswers() throws Exception {
    KubernetesClient nowhere =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder(client.getConfiguration())
                    .withMasterUrl("http://127.0.0.1:" + new LoopbackPorts().next())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();

    List<String> problems = problems(nowhere);

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst())
        .startsWith("kubernetes: no cluster answers at http://127.0.0.1:")
        .endsWith("/: it cannot be connected to");
  }

  private void makeNamespace() {
    client
        .namespaces()
        .resource(new NamespaceBuilder().withNewMetadata().withName("test").endMetadata().build())
        .create();
  }

  private static SelfSubjectAccessReview review(boolean allowed) {
    return new SelfSubjectAccessReviewBuilder()
        .withNewStatus()
        .withAllowed(allowed)
        .endStatus()
        .build();
  }

  private List<String> problems() {
    return problems(client);
  }

  private static List<String> problems(KubernetesClient of) {
    KubernetesCluster cluster = new KubernetesCluster(of, false, (pod, port) -> () -> {});
    try (cluster) {
      return cluster.problems().stream().map(Problem::toString).toList();
    }
  }
}
