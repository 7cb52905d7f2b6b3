package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aHoldWhoseRecorderCannotBeStartedHasNoSamplesAndEndsAsAnyOther(@TempDir Path folder) {
    PythonSampler sampler =
        new PythonSampler(1, folder.resolve("py-spy"), folder.resolve("nowhere/1.py-spy"));

    assertThatThrownBy(sampler::holdStarted).isInstanceOf(IOException.class);
    sampler.holdEnded();
    assertThatThrownBy(() -> sampler.samples(Instant.EPOCH, Instant.MAX))
        .isInstanceOf(IOException.class)
        .hasMessage("py-spy was not started");
    sampler.close();
  }
}
