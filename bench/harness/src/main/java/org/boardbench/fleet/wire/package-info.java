/**
 * What coordinator and agents of a fleet say to each other, as bytes: own formats, no Java
 * serialization, every message sealed with the fleet's secret.
 */
package org.boardbench.fleet.wire;
