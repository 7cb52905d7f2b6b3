/** The counters and histograms that a loop fills while messages arrive. */
package org.boardbench.account.record;
