/** How a command ends, whichever program it belongs to. */
package org.boardbench.cli.exit;
