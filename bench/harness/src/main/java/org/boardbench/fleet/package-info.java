/**
 * Who makes the load: this program alone, or agents on several machines, each with boards or users
 * of its own.
 *
 * <p>{@link org.boardbench.fleet.Fleet} is what trials see. {@code coordinator} shares a trial out,
 * starts all at one moment and merges what they found; {@code agent} is the other end; {@code wire}
 * has what they say to each other, {@code group} carries it, by JGroups, and sees who is lost;
 * {@code clock} compares their clocks.
 */
package org.boardbench.fleet;
