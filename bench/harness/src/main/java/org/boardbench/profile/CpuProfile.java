package org.boardbench.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.boardbench.results.row.ProfileCategory;

/**
 * What CPU time went into in a hold: the kernel's counters of each thread, and within the threads
 * that a profiler samples its stacks, scaled so that all adds up to what the kernel counted.
 */
record CpuProfile(List<Part> parts) {
  /** The frame that stands for a thread's time in the kernel, where its stacks do not show it. */
  static final String KERNEL = "(kernel)";

  /** The frame that stands for what a profiler by the clock on the wall takes for waiting. */
  static final String LOOP = "(loop)";

  CpuProfile {
    parts = List.copyOf(parts);
  }

  /**
   * A stack and its CPU time.
   *
   * @param frames below the thread; none where nobody has seen them
   * @param samples of the profiler that are in it
   */
  record Part(
      ProfileCategory category, String thread, List<String> frames, double ns, long samples) {
    Part {
      frames = List.copyOf(frames);
    }

    /** {@code category;thread;frame;frame}, in which no name has a semicolon or a line end. */
    String folded() {
      List<String> names = new ArrayList<>(List.of(category.key(), thread));
      names.addAll(frames);
      return String.join(
          ";", names.stream().map(name -> name.replaceAll("[;\\p{Cntrl}]", "_")).toList());
    }
  }

  /**
   * Of one process.
   *
   * @param inKernel what was seen of its time in the kernel, where {@code samples} are by the wall;
   *     none where nobody looked
   */
  static CpuProfile of(
      List<ThreadUse> threads, Samples samples, Samples inKernel, FrameRules rules) {
    List<Part> parts = new ArrayList<>();
    List<ThreadUse> sampled = new ArrayList<>();
    for (ThreadUse thread : threads) {
      Optional<ProfileCategory> category =
          thread.name().equals(ProcessTimes.ENDED)
              ? Optional.of(ProfileCategory.OTHER_THREADS)
              : rules.ofThread(thread.name());
      category.ifPresentOrElse(known -> parts.add(of(known, thread)), () -> sampled.add(thread));
    }
    Samples seen = samples.without(rules);
    if (seen.totalNs() <= 0) {
      sampled.forEach(thread -> parts.add(of(ProfileCategory.UNATTRIBUTED, thread)));
    } else if (seen.areOfCpuTime()) {
      double ns = sampled.stream().mapToDouble(ThreadUse::totalNs).sum();
      parts.addAll(scaled(seen.stacks(), ns / seen.totalNs(), rules));
    } else {
      parts.addAll(byTheWall(sampled, seen, inKernel.without(rules), rules));
    }
    return new CpuProfile(merged(parts));
  }

  private static Part of(ProfileCategory category, ThreadUse thread) {
    return new Part(category, ThreadUse.kind(thread.name()), List.of(), thread.totalNs(), 0);
  }

  /** Whatever runs beside the server. */
  static CpuProfile ofCompanion(String name, List<ThreadUse> threads) {
    double ns = threads.stream().mapToDouble(ThreadUse::totalNs).sum();
    return new CpuProfile(List.of(new Part(ProfileCategory.COMPANIONS, name, List.of(), ns, 0)));
  }

  private static List<Part> scaled(List<Stack> stacks, double scale, FrameRules rules) {
    return stacks.stream()
        .map(stack ->
            new Part(
                rules.ofStack(stack.frames()),
                ThreadUse.kind(stack.thread()),
                stack.frames(),
                stack.ns() * scale,
                1))
        .toList();
  }

  /**
   * Time in the kernel is by the counters, because stacks show little of it, and stacks share out
   * the rest; where somebody has looked into the kernel, that shares out its time. Where they stand
   * for more, their thread has waited for a core meanwhile; what they leave was work that looked
   * like waiting.
   */
  private static List<Part> byTheWall(
      List<ThreadUse> threads, Samples samples, Samples inKernel, FrameRules rules) {
    double userNs = threads.stream().mapToDouble(ThreadUse::userNs).sum();
    double kernelNs = threads.stream().mapToDouble(ThreadUse::kernelNs).sum();
    List<Stack> stacks =
        samples.stacks().stream()
            .filter(stack -> rules.ofStack(stack.frames()) != ProfileCategory.KERNEL_NETWORK)
            .toList();
    double seenNs = stacks.stream().mapToDouble(Stack::ns).sum();
    List<Part> parts = new ArrayList<>();
    if (seenNs > 0) {
      parts.addAll(scaled(stacks, Math.min(1, userNs / seenNs), rules));
    }
    if (inKernel.totalNs() > 0) {
      parts.addAll(scaled(inKernel.stacks(), kernelNs / inKernel.totalNs(), rules));
    } else {
      parts.add(unseen(KERNEL, kernelNs, rules));
    }
    parts.add(unseen(LOOP, Math.max(0, userNs - seenNs), rules));
    return parts;
  }

  private static Part unseen(String frame, double ns, FrameRules rules) {
    List<String> frames = List.of(frame);
    return new Part(rules.ofStack(frames), ProcessTimes.MAIN, frames, ns, 0);
  }

  /** The profile of several processes. */
  static CpuProfile sum(List<CpuProfile> profiles) {
    return new CpuProfile(
        merged(profiles.stream().flatMap(profile -> profile.parts.stream()).toList()));
  }

  private static List<Part> merged(List<Part> parts) {
    Map<String, Part> byStack = new TreeMap<>();
    for (Part part : parts) {
      byStack.merge(part.folded(), part, CpuProfile::together);
    }
    return List.copyOf(byStack.values());
  }

  private static Part together(Part one, Part other) {
    return new Part(
        one.category(),
        one.thread(),
        one.frames(),
        one.ns() + other.ns(),
        one.samples() + other.samples());
  }

  double totalNs() {
    return parts.stream().mapToDouble(Part::ns).sum();
  }

  /** The CPU time of one category. */
  double ns(ProfileCategory category) {
    return parts.stream().filter(part -> part.category() == category).mapToDouble(Part::ns).sum();
  }

  /** The samples in one category. */
  long samples(ProfileCategory category) {
    return parts.stream()
        .filter(part -> part.category() == category)
        .mapToLong(Part::samples)
        .sum();
  }

  /** A line for each stack of at least a microsecond: its frames, a space, its microseconds. */
  List<String> folded() {
    return parts.stream()
        .filter(part -> part.ns() >= 500)
        .map(part -> part.folded() + " " + Math.round(part.ns() / 1e3))
        .toList();
  }
}
