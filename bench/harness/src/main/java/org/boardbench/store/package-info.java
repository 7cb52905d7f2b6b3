/** Results on disk: formats are a contract, and nothing that finished is lost. */
package org.boardbench.store;
