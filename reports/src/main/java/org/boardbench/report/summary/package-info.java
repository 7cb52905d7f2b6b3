/** What a run says, in short and in words: the answer, how far to trust it, how it was found. */
package org.boardbench.report.summary;
