/** How scenarios are written in a plan, and read. */
package org.boardbench.plan.scenario;
