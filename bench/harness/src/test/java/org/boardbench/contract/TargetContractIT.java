package org.boardbench.contract;

import java.util.List;
import org.boardbench.input.InputException;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire contract of the first, third, fifth ... of the selected targets. */
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@MethodSource("lane")
class TargetContractIT extends TargetContract {
  TargetContractIT(TargetVariant variant) {
    super(variant);
  }

  static List<TargetVariant> lane() throws InputException, InterruptedException {
    return variants(0);
  }
}
