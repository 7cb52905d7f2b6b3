/** What a stage came to: counts and histograms that merge with those of other drivers. */
package org.boardbench.account.result;
