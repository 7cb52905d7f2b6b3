/** What wraps a message on its way: WebSocket frames, masks, and STOMP inside them. */
package org.boardbench.micro.frame;
