/**
 * The JSON form of the client protocol of Centrifugo and of the library Centrifuge under it: {@code
 * https://centrifugal.dev/docs/transports/client_protocol}.
 */
package org.boardbench.protocol.centrifuge;
