package org.boardbench.contract;

import java.util.List;
import org.boardbench.input.InputException;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire contract of the other half of the selected targets. */
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@MethodSource("lane")
class SecondLaneTargetContractIT extends TargetContract {
  SecondLaneTargetContractIT(TargetVariant variant) {
    super(variant);
  }

  static List<TargetVariant> lane() throws InputException, InterruptedException {
    return variants(1);
  }
}
