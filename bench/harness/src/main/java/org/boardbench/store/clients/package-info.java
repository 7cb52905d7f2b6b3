/** The files of a run of several clients. */
package org.boardbench.store.clients;
