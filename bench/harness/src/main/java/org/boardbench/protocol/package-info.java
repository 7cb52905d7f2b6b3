/**
 * The wire contract as the driver speaks it. One package a protocol lies in here, and knows what
 * makes it different; nothing outside of it does.
 */
package org.boardbench.protocol;
