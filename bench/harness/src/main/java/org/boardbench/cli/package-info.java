/** The command line: usage and options. */
package org.boardbench.cli;
