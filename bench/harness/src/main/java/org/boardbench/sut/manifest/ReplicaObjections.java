package org.boardbench.sut.manifest;

import java.util.Optional;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ReplicaSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.sut.manifest.TargetManifest.Service;

/** Why a target cannot have the replicas, or the balancer, that a plan asks for. */
final class ReplicaObjections {
  private ReplicaObjections() {}

  static Optional<Problem> of(Variant variant, Service service) {
    ReplicaSpec asked = variant.replicas();
    if (asked.areSeveral() && service.joinedBy().isEmpty()) {
      return Optional.of(
          new Problem(
              Variant.REPLICAS.path(),
              "must be 1 of %s: nothing joins several servers of %s, so that each would have boards of its own, was %d"
                  .formatted(variant.name(), variant.target(), asked.number())));
    }
    if (service.through().isPresent() && (asked.areSeveral() || asked.isBalanced())) {
      return Optional.of(
          new Problem(
              Variant.BALANCER.path(),
              "must be direct of %s, and its replicas 1: it has %s in front of it, was %s"
                  .formatted(variant.name(), service.through().get(), asked.balancer().key())));
    }
    return Optional.empty();
  }
}
