/** The commands that targets need: which version is here, whether it will do, how to get it. */
package org.boardbench.sut.tools;
