/**
 * When each user sends what: the intended time, class and size of its n-th message, and a cursor
 * that goes through them.
 */
package org.boardbench.scenario.schedule;
