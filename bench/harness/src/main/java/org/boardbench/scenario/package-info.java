/** What users do: behaviours with weights, and when each user sends what. */
package org.boardbench.scenario;
