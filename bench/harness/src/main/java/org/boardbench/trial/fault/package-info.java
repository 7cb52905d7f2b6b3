/** What is made to fail in a stage's hold, at its time, and undone again however the trial ends. */
package org.boardbench.trial.fault;
