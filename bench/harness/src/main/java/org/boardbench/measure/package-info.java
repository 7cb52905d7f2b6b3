/** The account of every message and delivery, and the histograms of their times. */
package org.boardbench.measure;
