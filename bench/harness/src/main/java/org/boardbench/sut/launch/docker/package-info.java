/**
 * Targets as containers: their images, how they are built, started, found again and removed. The
 * engine is asked through its command line, {@code docker}, as people do.
 */
package org.boardbench.sut.launch.docker;
