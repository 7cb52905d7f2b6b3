package org.boardbench.store.origin;

import java.util.Optional;

/**
 * What {@code run.json} says about the driver.
 *
 * @param loop {@code native} or {@code nio}
 * @param fallback why the loop is not the native one; empty where it is, or where nobody asked
 */
public record DriverRecord(String loop, Optional<String> fallback) {}
