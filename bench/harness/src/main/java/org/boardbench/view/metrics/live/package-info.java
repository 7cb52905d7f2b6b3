/**
 * What a running sweep shows of itself over HTTP. {@link org.boardbench.view.metrics.live.LiveRun}
 * hears of the sweep beside those who show it to a person, and fills a page whenever the server of
 * {@link org.boardbench.view.metrics.live.LiveMetrics} is asked for one; nothing here can stop or
 * slow a trial.
 */
package org.boardbench.view.metrics.live;
