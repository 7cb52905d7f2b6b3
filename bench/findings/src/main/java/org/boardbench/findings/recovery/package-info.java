/** What a run says of how its servers and their users got over what was made to fail. */
package org.boardbench.findings.recovery;
