/** The page that shows a whole report. */
package org.boardbench.report.html;
