/** Servers whose conversation somebody has written down as texts with placeholders. */
package org.boardbench.protocol.template;
