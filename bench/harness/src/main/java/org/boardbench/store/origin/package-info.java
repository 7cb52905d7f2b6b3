/** Where results come from: machine, driver, versions and state of the sources. */
package org.boardbench.store.origin;
