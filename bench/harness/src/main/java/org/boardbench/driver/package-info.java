/** The load generator: schedules, selector loops, virtual users. */
package org.boardbench.driver;
