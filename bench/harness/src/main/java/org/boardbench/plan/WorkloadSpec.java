package org.boardbench.plan;

/**
 * What every virtual user does.
 *
 * @param boards number of boards; user {@code u} is on board {@code u % boards}
 * @param ratePerUser messages that one user publishes a second
 * @param payloadBytes size of one stroke message in bytes of UTF-8
 */
public record WorkloadSpec(int boards, double ratePerUser, int payloadBytes) {}
