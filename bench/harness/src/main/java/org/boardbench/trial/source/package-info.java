/**
 * Which trial of a run comes next and what it measures: those that a plan lists, as many as a rule
 * asks for, or those of a search, whose results are told from the stored rows.
 */
package org.boardbench.trial.source;
