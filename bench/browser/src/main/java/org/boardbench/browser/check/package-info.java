/** Whether known delays are measured as what they are. */
package org.boardbench.browser.check;
