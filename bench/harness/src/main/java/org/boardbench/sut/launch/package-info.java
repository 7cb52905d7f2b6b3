/**
 * Targets started, waited for until they are ready, and stopped: as processes, or as servers that
 * someone else started.
 */
package org.boardbench.sut.launch;
