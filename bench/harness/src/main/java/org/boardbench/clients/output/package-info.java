/** What a client of somebody else's found, as it left it in its files. */
package org.boardbench.clients.output;
