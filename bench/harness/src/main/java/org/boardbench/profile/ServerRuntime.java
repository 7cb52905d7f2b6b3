package org.boardbench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.sut.launch.RunningTarget;

/** What a process runs on, by the name of its program, and how it is profiled. */
enum ServerRuntime {
  JAVA("java", "java.rules") {
    @Override
    StackSampler sampler(long pid, Path folder, RunningTarget target)
        throws IOException, InterruptedException {
      return JavaSampler.start(pid, folder);
    }
  },
  NODE("node", "node.rules") {
    @Override
    StackSampler sampler(long pid, Path folder, RunningTarget target)
        throws IOException, InterruptedException {
      return NodeSampler.start(pid, target::lastLines);
    }

    @Override
    StackSampler kernelSampler(long pid, Path folder) throws IOException {
      return PerfSampler.inKernel(pid, folder);
    }
  },
  PYTHON("python", "python.rules") {
    @Override
    StackSampler sampler(long pid, Path folder, RunningTarget target) throws IOException {
      return PythonSampler.on(pid, folder);
    }

    @Override
    StackSampler kernelSampler(long pid, Path folder) throws IOException {
      return PerfSampler.inKernel(pid, folder);
    }
  },
  /** Compiled to machine code, or of a runtime that has no profiler here. */
  OTHER("", "native.rules") {
    @Override
    StackSampler sampler(long pid, Path folder, RunningTarget target) throws IOException {
      return PerfSampler.on(pid, folder);
    }
  };

  /** Of frames in the kernel, whoever called. */
  private static final String KERNEL_RULES = "kernel.rules";

  private final String program;
  private final String rules;

  ServerRuntime(String program, String rules) {
    this.program = program;
    this.rules = rules;
  }

  /** Of a process that lives. */
  static ServerRuntime of(ProcFs procFs, long pid) {
    try {
      Path program = Files.readSymbolicLink(procFs.root().resolve(pid + "/exe"));
      return of(program.getFileName().toString());
    } catch (IOException gone) {
      return OTHER;
    }
  }

  private static ServerRuntime of(String name) {
    return Arrays.stream(values())
        .filter(runtime -> !runtime.program.isEmpty() && name.startsWith(runtime.program))
        .findFirst()
        .orElse(OTHER);
  }

  /** New ones: they are of one thread. */
  FrameRules rules() {
    return FrameRules.of(List.of(rules, KERNEL_RULES));
  }

  /**
   * Puts the profiler on a process.
   *
   * @param folder gets its files
   * @param target that the process is of
   * @throws IOException when that is not possible; the message is for a person
   */
  abstract StackSampler sampler(long pid, Path folder, RunningTarget target)
      throws IOException, InterruptedException;

  /**
   * The same for its time in the kernel, of runtimes whose own profiler takes that for waiting.
   *
   * @throws IOException likewise
   */
  StackSampler kernelSampler(long pid, Path folder) throws IOException {
    return StackSampler.NONE;
  }
}
