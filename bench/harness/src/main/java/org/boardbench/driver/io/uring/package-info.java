/** Linux's io_uring: its queues in shared memory, and the calls that go with them. */
package org.boardbench.driver.io.uring;
