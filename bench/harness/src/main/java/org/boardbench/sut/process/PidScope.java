package org.boardbench.sut.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a pid means what it says. In another container, or after another boot, the same number is
 * another process.
 *
 * @param boot the beginning of the kernel's boot id
 * @param pidNamespace the inode of the pid namespace
 */
public record PidScope(String boot, String pidNamespace) {
  /** Of {@link #toString}. */
  static final String PATTERN = "[0-9a-f]{12}-\\d{1,18}";

  private static final int BOOT_DIGITS = 12;
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Pattern NAMESPACE = Pattern.compile("pid:\\[(\\d{1,18})]");

  /** This JVM's; empty where the kernel does not tell. */
  static Optional<PidScope> here() {
    try {
      String id = Files.readString(BOOT_ID).strip().replace("-", "");
      return namespaceOf("self")
          .filter(namespace -> id.length() >= BOOT_DIGITS)
          .map(namespace -> new PidScope(id.substring(0, BOOT_DIGITS), namespace));
    } catch (IOException untold) {
      return Optional.empty();
    }
  }

  /**
   * Whether a process is in this JVM's pid namespace; false where the kernel does not tell.
   *
   * @param pid as this JVM sees it
   */
  static boolean isSharedWith(long pid) {
    Optional<String> own = namespaceOf("self");
    return own.isPresent() && own.equals(namespaceOf(Long.toString(pid)));
  }

  static PidScope parse(String text) {
    int hyphen = text.indexOf('-');
    return new PidScope(text.substring(0, hyphen), text.substring(hyphen + 1));
  }

  private static Optional<String> namespaceOf(String process) {
    try {
      String link = Files.readSymbolicLink(Path.of("/proc", process, "ns", "pid")).toString();
      Matcher matcher = NAMESPACE.matcher(link);
      return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    } catch (IOException goneOrForbidden) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return boot + "-" + pidNamespace;
  }
}
