/** One start from within: its seconds and its messages, which count for nothing between starts. */
package org.boardbench.findings.within;
