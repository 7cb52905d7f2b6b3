/** Virtual users: when each sends, its state from away to joined, and how it connects again. */
package org.boardbench.driver.user;
