/** The check before any load that a server answers as its protocol asks. */
package org.boardbench.driver.check;
