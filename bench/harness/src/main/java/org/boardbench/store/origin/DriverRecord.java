package org.boardbench.store.origin;

import java.util.Optional;

/**
 * What {@code run.json} says about the driver.
 *
 * @param loop {@code native}, {@code io_uring} or {@code nio}
 * @param fallback why the loop is not a better one, or the one that was asked for; empty where it
 *     is, or where nobody asked
 */
public record DriverRecord(String loop, Optional<String> fallback) {}
