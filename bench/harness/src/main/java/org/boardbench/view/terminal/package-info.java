/** What a person sees of a sweep while it runs, and at its end. */
package org.boardbench.view.terminal;
