/** Streams of bytes under the driver's connections, and the loops that wait for them. */
package org.boardbench.driver.io;
