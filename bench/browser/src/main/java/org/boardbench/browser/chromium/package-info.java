/** Chromium: the one that this machine has, started, asked, and ended. */
package org.boardbench.browser.chromium;
