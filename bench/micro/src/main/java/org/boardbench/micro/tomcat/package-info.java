/**
 * What Tomcat's own way to a socket and from it costs, whole, with Tomcat running in the benchmark.
 */
package org.boardbench.micro.tomcat;
