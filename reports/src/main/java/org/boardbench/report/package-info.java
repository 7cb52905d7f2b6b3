/** Tables and figures from stored results; never sees a live trial. */
package org.boardbench.report;
