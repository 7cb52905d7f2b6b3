/** The command line: usage, options, exit status. */
package org.boardbench.cli;
