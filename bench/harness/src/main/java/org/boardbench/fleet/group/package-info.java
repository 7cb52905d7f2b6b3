/**
 * Carries messages by JGroups, and sees who is there: the only package that knows the library. Each
 * agent has a group of its own, which a coordinator joins, so that the fleet is a star, as all load
 * tools' are, and no two groups ever have to be merged.
 */
package org.boardbench.fleet.group;
