/** The wire contract as the driver speaks it: raw JSON and STOMP. */
package org.boardbench.protocol;
