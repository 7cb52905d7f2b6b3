/** What a run came to, for programs that read it: JSON, and JUnit's XML. Nothing here does I/O. */
package org.boardbench.findings.summary;
