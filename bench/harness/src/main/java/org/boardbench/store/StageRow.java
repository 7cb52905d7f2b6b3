package org.boardbench.store;

import org.boardbench.account.result.StageResult;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.verdict.Verdict;

/** A finished stage: what the driver saw and what the machine spent during the hold. */
public record StageRow(TrialId trial, StageResult result, HoldCosts costs, Verdict verdict) {}
