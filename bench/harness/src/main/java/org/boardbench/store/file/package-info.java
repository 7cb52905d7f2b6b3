/** The folder of a run, and JSON as it is written there. */
package org.boardbench.store.file;
