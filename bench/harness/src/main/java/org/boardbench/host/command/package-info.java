/** Commands that the harness runs beside itself, and the environment that they see. */
package org.boardbench.host.command;
