package org.boardbench.fleet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFingerprintTest {
  @TempDir private Path folder;

  private Path module(String name, String file, String content) throws Exception {
    Path module = Files.createDirectories(folder.resolve(name));
    Files.writeString(module.resolve(file), content);
    return module;
  }

  @Test
  void programsOfTheSameSourcesAreTheSameWhereverTheyAre() throws Exception {
    String one = ProgramFingerprint.of(List.of(module("a", "X.class", "1")));

    assertThat(ProgramFingerprint.of(List.of(module("b", "X.class", "1")))).isEqualTo(one);
    assertThat(ProgramFingerprint.of(List.of(module("c", "X.class", "2")))).isNotEqualTo(one);
    assertThat(ProgramFingerprint.of(List.of(module("d", "Y.class", "1")))).isNotEqualTo(one);
  }

  @Test
  void aModuleThatDiffersMakesAnotherProgram() throws Exception {
    Path harness = module("harness", "X.class", "1");

    assertThat(ProgramFingerprint.of(List.of(harness, module("old", "R.class", "1"))))
        .isNotEqualTo(ProgramFingerprint.of(List.of(harness, module("new", "R.class", "2"))));
    assertThat(ProgramFingerprint.ofThisProgram()).matches("[0-9a-f]{12}");
  }
}
