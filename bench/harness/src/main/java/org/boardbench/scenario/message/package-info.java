/** What a message is: its class, and how large it is. */
package org.boardbench.scenario.message;
