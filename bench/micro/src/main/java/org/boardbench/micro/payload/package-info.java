/** The one message that every benchmark is about. */
package org.boardbench.micro.payload;
