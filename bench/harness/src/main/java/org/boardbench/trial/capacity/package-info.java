/**
 * The search for the most users at which a variant keeps its objectives: without I/O and without
 * state, next load of what has come of all loads so far. Its words are those of MLRsearch
 * (draft-ietf-bmwg-mlrsearch): lower bound, upper bound, undecided, exceed ratio.
 */
package org.boardbench.trial.capacity;
