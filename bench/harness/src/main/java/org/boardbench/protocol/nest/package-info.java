/**
 * What the WebSocket adapter of NestJS for {@code ws} speaks: {@code
 * https://docs.nestjs.com/websockets/adapter#ws-library}.
 */
package org.boardbench.protocol.nest;
