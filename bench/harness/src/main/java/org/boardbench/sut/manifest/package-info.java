/**
 * What a {@code target.yaml} says of a server, checked: its processes, parameters, tools and
 * limits.
 */
package org.boardbench.sut.manifest;
