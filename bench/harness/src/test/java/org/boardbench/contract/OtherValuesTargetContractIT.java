package org.boardbench.contract;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** With every value that a manifest names a server comes up, and does the work of a board. */
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@MethodSource("otherValues")
class OtherValuesTargetContractIT extends ContractScene {
  private static final int MESSAGES = 20;

  OtherValuesTargetContractIT(TargetVariant variant) {
    super(variant);
  }

  @Test
  void allMembersGetWhatOneOfThemPublishes() {
    List<ContractClient> members = List.of(join(board, "u1"), join(board, "u2"), join(board, "u3"));
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      sent.add(publish(members.getFirst(), "stroke " + i));
    }

    for (ContractClient member : members) {
      assertAllOf(sent, received(member, MESSAGES));
    }
  }
}
