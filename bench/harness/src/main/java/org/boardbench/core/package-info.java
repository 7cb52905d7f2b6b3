/** What every part of the harness may use and that uses none of them. */
package org.boardbench.core;
