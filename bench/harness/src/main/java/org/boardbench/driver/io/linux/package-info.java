/**
 * What Linux offers to sockets: its calls, error numbers and structures, without a native library.
 */
package org.boardbench.driver.io.linux;
