/** What users do: behaviours with weights, who is on which board, and which boards a driver has. */
package org.boardbench.scenario;
