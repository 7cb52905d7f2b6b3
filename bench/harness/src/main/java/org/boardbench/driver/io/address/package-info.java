/** Where connections go to and come from. */
package org.boardbench.driver.io.address;
