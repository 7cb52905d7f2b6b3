/** What the browser's own trace says of frames. */
package org.boardbench.browser.trace;
