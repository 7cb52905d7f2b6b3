/** What is read off beside the scores, inside the JVMs that run benchmarks. */
package org.boardbench.micro.profile;
