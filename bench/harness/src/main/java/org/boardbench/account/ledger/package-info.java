/**
 * Who was to get which message and who got it: the accounts of the loops, for a stage at a time.
 */
package org.boardbench.account.ledger;
