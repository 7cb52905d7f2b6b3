package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonSamplerTest {
  @Test
  void readsFramesAsFileAndFunction() {
    Samples samples =
        PythonSampler.parse(
            List.of(
                "<module> (uvicorn/__main__.py);send (member.py:67) 2",
                "loads (json/__init__.py) 1"));

    assertThat(samples.stacks()).hasSize(3);
    assertThat(samples.stacks().getFirst().frames())
        .containsExactly("uvicorn/__main__.py:<module>", "member.py:send");
    assertThat(samples.stacks().getLast().frames()).containsExactly("json/__init__.py:loads");
    assertThat(samples.areOfCpuTime()).isFalse();
  }
}
