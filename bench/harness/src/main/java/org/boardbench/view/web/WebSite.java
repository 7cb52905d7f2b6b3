package org.boardbench.view.web;

/** What a server has to show. Asked on the server's thread, so its answers must be quick. */
@FunctionalInterface
public interface WebSite {
  /** The answer to a request, which may be for anything. */
  WebAnswer answer(WebRequest request);
}
