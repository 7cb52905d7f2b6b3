/**
 * A web server for pages of this machine's user: one thread that runs last, answers that are ready
 * when they are asked for, and streams of events. Whatever its clients do, it takes a bounded share
 * of memory and CPU: {@link org.boardbench.view.web.WebLimits} says how much.
 */
package org.boardbench.view.web;
