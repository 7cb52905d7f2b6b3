package org.boardbench.target;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which variables of the user's environment reach what is started here. What a server does must not
 * depend on a {@code WEB_CONCURRENCY} or {@code JAVA_TOOL_OPTIONS} that happens to be set: it gets
 * what names places and persons, and whatever its manifest says.
 */
final class AllowedVariables {
  /** What {@code bench/boardbench} keeps from the JVMs that measure and keeps for builds. */
  private static final String OPTIONS_FOR_BUILDS = "BOARDBENCH_BUILD_JAVA_OPTIONS";

  private static final String JAVA_OPTIONS = "JAVA_TOOL_OPTIONS";

  /** Nobody's language: what is printed and sorted is the same for every user. */
  private static final Map<String, String> FIXED = Map.of("LANG", "C.UTF-8", "LC_ALL", "C.UTF-8");

  /** The second line: where managers of versions keep the programs that the PATH names. */
  private static final Set<String> SERVERS =
      Set.of(
          "HOME",
          "USER",
          "LOGNAME",
          "TMPDIR",
          "TZ",
          "ASDF_DATA_DIR",
          "ASDF_DIR",
          "FNM_DIR",
          "MISE_DATA_DIR",
          "NVM_DIR",
          "PYENV_ROOT",
          "PYENV_VERSION",
          "VOLTA_HOME");

  /** What package managers need to reach their registries, and where they keep what they got. */
  private static final Pattern BUILDS =
      Pattern.compile(
          "(?i:https?|all|no)_(?i:proxy)"
              + "|SSL_CERT_(FILE|DIR)|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE|NODE_EXTRA_CA_CERTS"
              + "|NIX_SSL_CERT_FILE|GIT_SSL_CA(INFO|PATH)|SSH_AUTH_SOCK|XDG_(CONFIG|CACHE|DATA)_HOME"
              + "|(?i:npm_config)_.*|NPM_TOKEN|NODE_AUTH_TOKEN|PIP_.*|MAVEN_.*|"
              + JAVA_OPTIONS
              + "|CARGO_.*|RUSTUP_HOME|GO(PROXY|SUMDB|NOSUMDB|NOPROXY|PRIVATE|PATH|CACHE|MODCACHE)");

  /** What decides what a package manager makes; how it gets there does not. */
  private static final Pattern DECIDING = Pattern.compile("(?i:npm_config)_.*|PIP_.*|MAVEN_ARGS");

  /** What tells Docker's client which engine is meant. */
  private static final Pattern DOCKER =
      Pattern.compile(
          "DOCKER_.*|BUILDKIT_.*|BUILDX_.*|XDG_(RUNTIME_DIR|CONFIG_HOME)|SSH_AUTH_SOCK"
              + "|(?i:https?|all|no)_(?i:proxy)");

  private AllowedVariables() {}

  static Map<String, String> forServers(Map<String, String> inherited) {
    return allowed(inherited, name -> false);
  }

  static Map<String, String> forBuilds(Map<String, String> inherited) {
    Map<String, String> variables = allowed(inherited, BUILDS.asMatchPredicate());
    String options = inherited.getOrDefault(OPTIONS_FOR_BUILDS, "");
    if (!options.isEmpty()) {
      variables.put(JAVA_OPTIONS, options);
    }
    return variables;
  }

  static Map<String, String> forDocker(Map<String, String> inherited) {
    return allowed(inherited, DOCKER.asMatchPredicate());
  }

  /** Those of a build's variables that decide what comes out. */
  static Map<String, String> deciding(Map<String, String> variables) {
    Map<String, String> deciding = new TreeMap<>(variables);
    deciding.keySet().removeIf(DECIDING.asMatchPredicate().negate());
    return deciding;
  }

  private static Map<String, String> allowed(Map<String, String> inherited, Predicate<String> too) {
    Map<String, String> variables = new TreeMap<>(inherited);
    variables.keySet().removeIf(name -> !SERVERS.contains(name) && !too.test(name));
    variables.putAll(FIXED);
    return variables;
  }
}
