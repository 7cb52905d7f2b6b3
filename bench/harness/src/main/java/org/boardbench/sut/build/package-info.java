/**
 * Targets built when their sources changed, one build at a time, and the versions that came of it.
 */
package org.boardbench.sut.build;
