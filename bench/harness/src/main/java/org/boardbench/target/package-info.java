/** Servers under test: their manifests, building, launching, stopping, and what they use. */
package org.boardbench.target;
