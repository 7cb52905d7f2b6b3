/**
 * What the driver costs beside a plain C epoll client that does the same work without any account:
 * {@code make bench-driver}.
 */
package org.boardbench.baseline;
