package org.boardbench.host.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which variables of the user's environment reach what is started here. What a server does must not
 * depend on options that happen to be exported: it gets what names places and persons, and whatever
 * its manifest says. Names are exact; one that ends in {@code *} stands for all that begin with it.
 *
 * @param servers reach servers and builds, e.g. where a manager of versions keeps programs
 * @param builds reach builds alone: how package managers get to their registries
 * @param inputs reach builds too, and decide what a build makes: with another value it is another
 */
public record AllowedVariables(List<String> servers, List<String> builds, List<String> inputs) {
  public static final AllowedVariables NONE = new AllowedVariables(List.of(), List.of(), List.of());

  private static final List<String> PROXIES =
      List.of(
          "http_proxy",
          "https_proxy",
          "all_proxy",
          "no_proxy",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "ALL_PROXY",
          "NO_PROXY");

  /** What everything gets, whatever it is written in. */
  static final AllowedVariables GENERAL =
      new AllowedVariables(
          List.of(
              "HOME",
              "USER",
              "LOGNAME",
              "TMPDIR",
              "TZ",
              "ASDF_DATA_DIR",
              "ASDF_DIR",
              "MISE_DATA_DIR"),
          with(
              PROXIES,
              "SSL_CERT_FILE",
              "SSL_CERT_DIR",
              "CURL_CA_BUNDLE",
              "NIX_SSL_CERT_FILE",
              "GIT_SSL_CAINFO",
              "GIT_SSL_CAPATH",
              "SSH_AUTH_SOCK",
              "XDG_CONFIG_HOME",
              "XDG_CACHE_HOME",
              "XDG_DATA_HOME"),
          List.of());

  /** What tells Docker's client which engine is meant. */
  private static final List<String> DOCKER =
      with(
          PROXIES,
          "DOCKER_*",
          "BUILDKIT_*",
          "BUILDX_*",
          "XDG_RUNTIME_DIR",
          "XDG_CONFIG_HOME",
          "SSH_AUTH_SOCK");

  /**
   * Where git's settings are, and whose folders it trusts under sudo; no {@code GIT_DIR}, by which
   * a hook or a rebase that calls the harness names a repository of its own.
   */
  private static final List<String> GIT = List.of("XDG_CONFIG_HOME", "SUDO_UID");

  /** Nobody's language: what is printed and sorted is the same for every user. */
  private static final Map<String, String> FIXED = Map.of("LANG", "C.UTF-8", "LC_ALL", "C.UTF-8");

  public AllowedVariables {
    servers = List.copyOf(servers);
    builds = List.copyOf(builds);
    inputs = List.copyOf(inputs);
  }

  /** What either allows. */
  public AllowedVariables and(AllowedVariables more) {
    return new AllowedVariables(
        joined(servers, more.servers), joined(builds, more.builds), joined(inputs, more.inputs));
  }

  Map<String, String> forServers(Map<String, String> inherited) {
    return chosen(inherited, servers);
  }

  Map<String, String> forBuilds(Map<String, String> inherited) {
    return chosen(inherited, joined(joined(servers, builds), inputs));
  }

  Map<String, String> forDocker(Map<String, String> inherited) {
    return chosen(inherited, joined(servers, DOCKER));
  }

  Map<String, String> forGit(Map<String, String> inherited) {
    return chosen(inherited, joined(servers, GIT));
  }

  /** Those of a build's variables that decide what comes out. */
  Map<String, String> decidingBuilds(Map<String, String> variables) {
    Map<String, String> deciding = new TreeMap<>(variables);
    deciding.keySet().removeIf(name -> !isAmong(inputs, name));
    return deciding;
  }

  private static Map<String, String> chosen(Map<String, String> inherited, List<String> names) {
    Map<String, String> variables = new TreeMap<>(inherited);
    variables.keySet().removeIf(name -> !isAmong(names, name));
    variables.putAll(FIXED);
    return variables;
  }

  private static boolean isAmong(List<String> names, String variable) {
    return names.stream()
        .anyMatch(name ->
            name.endsWith("*")
                ? variable.startsWith(name.substring(0, name.length() - 1))
                : variable.equals(name));
  }

  private static List<String> with(List<String> names, String... more) {
    return joined(names, List.of(more));
  }

  private static List<String> joined(List<String> names, List<String> more) {
    return Stream.concat(names.stream(), more.stream()).distinct().toList();
  }
}
