/** Linux control groups, v1 and v2: what is counted in one, and those that the harness makes. */
package org.boardbench.host.cgroup;
