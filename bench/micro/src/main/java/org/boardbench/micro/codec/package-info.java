/**
 * Reading and writing the stroke message with the libraries that a board server may choose from,
 * and turning its text into UTF-8 and back.
 */
package org.boardbench.micro.codec;
