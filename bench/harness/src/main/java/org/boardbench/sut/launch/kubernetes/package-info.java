/**
 * Targets as pods of a Kubernetes cluster: described, started, watched, measured and removed again.
 * All that knows the client library is here, so that a run of another launcher loads none of it.
 */
package org.boardbench.sut.launch.kubernetes;
