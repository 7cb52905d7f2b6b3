/**
 * What people write, read strictly: YAML, values within bounds, and for whatever is wrong one line
 * with its key, the bound and the value. Plans, manifests and files of claims are read by this; it
 * uses no other package of the project.
 */
package org.boardbench.input;
