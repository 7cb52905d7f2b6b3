/** A run as the command line asks for it, from the request to its last word. */
package org.boardbench.cli.run;
