/** Which CPUs a process may use. */
package org.boardbench.host.placement;
