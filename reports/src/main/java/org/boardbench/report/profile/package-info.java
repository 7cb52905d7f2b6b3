/** What a server's CPU time goes into, by profiled trials, beside what is known of it otherwise. */
package org.boardbench.report.profile;
