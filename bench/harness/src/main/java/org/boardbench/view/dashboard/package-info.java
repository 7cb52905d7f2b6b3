/**
 * The page on which a run is watched. A feed tells an {@link org.boardbench.view.web.EventLog} what
 * has happened: {@link org.boardbench.view.dashboard.LiveFeed} of a run that goes on, {@link
 * org.boardbench.view.dashboard.StoredFeed} of one that is stored, both in the words of {@link
 * org.boardbench.view.dashboard.RunFeed}, so that the page need not know which of the two it shows.
 * The page itself is in the resources of this package: no build makes it, and it asks for nothing
 * from elsewhere.
 */
package org.boardbench.view.dashboard;
