/** The whiteboard's page, and the server that gives it to browsers of this machine. */
package org.boardbench.browser.page;
