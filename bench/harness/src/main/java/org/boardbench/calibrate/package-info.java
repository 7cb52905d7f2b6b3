/** The harness measured by itself, against a server whose every fault and delay is known. */
package org.boardbench.calibrate;
