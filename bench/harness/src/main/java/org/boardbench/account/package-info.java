/**
 * The account of every message and delivery, and the histograms of their times.
 *
 * <p>{@link org.boardbench.account.ledger.TrialAccounts} opens and closes stages; each loop writes
 * through its {@link org.boardbench.account.ledger.LoopAccounts}. On a frame's way: {@code
 * StampScanner} reads the stamp, {@code MessageLedger} knows the message, {@code BoardRoster} who
 * was to get it, {@code ReceiverWindows} whether this receiver had it; {@code StageShare} counts
 * what came of it, {@code ReachTimes} and {@code ArrivalSeconds} record its times. {@code
 * StageAssembler} puts the loops' shares together once {@code StageGate} has shut them out: into a
 * {@link org.boardbench.account.result.StageResult}, which holds counts and histograms, for each
 * message class, and merges with those of drivers that have other boards. Until then {@link
 * org.boardbench.account.ledger.StageWatch} shows the counters of the open stage to other threads.
 */
package org.boardbench.account;
