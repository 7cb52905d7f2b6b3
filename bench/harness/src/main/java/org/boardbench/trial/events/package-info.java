/**
 * What a run tells of its course, and to whom. {@link org.boardbench.trial.events.EventBus} keeps
 * who is told apart from who tells: a consumer that fails or hangs is left behind, and no trial
 * waits for one.
 */
package org.boardbench.trial.events;
