/**
 * What users do: behaviours with weights, and when each user sends what; who is on which board, and
 * which boards a driver has.
 */
package org.boardbench.scenario;
