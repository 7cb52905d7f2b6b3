package org.boardbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.boardbench.junit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** How a server ends that is told to. */
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@MethodSource("defaults")
class EndTargetContractIT extends ContractScene {
  private static final int MEMBERS = 50;

  EndTargetContractIT(TargetVariant variant) {
    super(variant);
  }

  /** A server that has no time to say goodbye to all ends some connections in another way. */
  @Test
  void whenItsFirstProcessIsToldToEndAllConnectionsEndAlikeAndNoProcessIsLeft() throws Exception {
    List<ContractClient> members =
        IntStream.range(0, MEMBERS).mapToObj(i -> join(board, "u" + i)).toList();

    target.terminate();

    assertThat(members.stream().map(ContractClient::nextRefusal).distinct()).hasSize(1);
    Patience.await("all its processes have ended", () -> !target.isLeft());
  }
}
