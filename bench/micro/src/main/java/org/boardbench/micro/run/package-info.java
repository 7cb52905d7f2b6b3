/** The program behind {@code make micro}: chooses benchmarks, has JMH run them, and stores. */
package org.boardbench.micro.run;
