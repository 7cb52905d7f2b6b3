package org.boardbench.sut.launch.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.util.Optional;
import org.boardbench.core.ServerText;

/** What went wrong between this harness and the cluster, in a line. */
final class ClusterErrors {
  private ClusterErrors() {}

  /** What the cluster itself says of it, else what kept the question from it. */
  static String words(KubernetesClientException error) {
    Optional<String> answer =
        Optional.ofNullable(error.getStatus())
            .map(status -> status.getMessage())
            .filter(text -> !text.isBlank());
    return ServerText.line(answer.orElseGet(() -> deepest(error)));
  }

  /** A question that was given up because its thread was told to is no answer of the cluster's. */
  static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  static boolean isForbidden(KubernetesClientException error) {
    return error.getCode() == HttpURLConnection.HTTP_FORBIDDEN;
  }

  /** Some of the JDK's have no message of their own. */
  private static String deepest(Throwable error) {
    Throwable cause = error;
    String words = error.toString();
    while (cause != null) {
      if (cause instanceof ConnectException) {
        return "it cannot be connected to";
      }
      words =
          cause.getMessage() == null
              ? cause.getClass().getSimpleName()
              : cause.getClass().getSimpleName() + ": " + cause.getMessage();
      cause = cause.getCause();
    }
    return words;
  }
}
