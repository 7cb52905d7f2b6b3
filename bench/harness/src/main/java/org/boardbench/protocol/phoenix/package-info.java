/**
 * Channels of Phoenix as its serializer of version 2 writes them in JSON: {@code
 * https://hexdocs.pm/phoenix/writing_a_channels_client.html}.
 */
package org.boardbench.protocol.phoenix;
