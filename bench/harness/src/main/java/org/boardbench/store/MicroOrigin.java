package org.boardbench.store;

import java.time.Instant;
import java.util.Map;
import org.boardbench.store.origin.GitState;
import org.boardbench.store.origin.RunEnvironment;

/**
 * Where the results of microbenchmarks come from, and how they were measured.
 *
 * @param started names the folder
 * @param isQuick whether they were measured so shortly that they only show that all works
 * @param method settings of JMH by name, in order
 * @param libraries version by name
 */
public record MicroOrigin(
    Instant started,
    RunEnvironment environment,
    GitState git,
    boolean isQuick,
    Map<String, Object> method,
    Map<String, String> libraries) {}
