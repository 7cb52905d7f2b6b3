/** The machine: its processes, control groups and CPUs, and what is used of it. */
package org.boardbench.host;
