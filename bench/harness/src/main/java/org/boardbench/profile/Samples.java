package org.boardbench.profile;

import java.util.List;

/**
 * What a profiler saw of a process in a hold.
 *
 * @param areOfCpuTime whether a sample stands for CPU time, in the program or in the kernel; else
 *     it stands for time in which the thread was not seen to wait
 */
record Samples(List<Stack> stacks, boolean areOfCpuTime) {
  /** Nobody looked. */
  static final Samples NONE = new Samples(List.of(), true);

  Samples {
    stacks = List.copyOf(stacks);
  }

  /** Without those of threads whose category their name says. */
  Samples without(FrameRules rules) {
    return new Samples(
        stacks.stream().filter(stack -> rules.ofThread(stack.thread()).isEmpty()).toList(),
        areOfCpuTime);
  }

  double totalNs() {
    return stacks.stream().mapToDouble(Stack::ns).sum();
  }
}
