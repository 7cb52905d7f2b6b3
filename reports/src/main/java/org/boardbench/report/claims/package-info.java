/**
 * What somebody claims of servers, judged by what the starts of a run say. A claim is a region that
 * is fixed before the run; the interval over starts decides whether the truth is inside it. Nothing
 * here reads or writes files.
 */
package org.boardbench.report.claims;
