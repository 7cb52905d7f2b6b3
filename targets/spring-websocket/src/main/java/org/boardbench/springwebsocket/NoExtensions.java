package org.boardbench.springwebsocket;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.stereotype.Component;

/**
 * Hides from Tomcat that a client offers extensions: it compresses messages for whoever offers to
 * read them so, and has no setting for that.
 */
@Component
class NoExtensions implements Filter {
  private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new WithoutOffer((HttpServletRequest) request), response);
  }

  private static final class WithoutOffer extends HttpServletRequestWrapper {
    WithoutOffer(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getHeader(String name) {
      return name.equalsIgnoreCase(EXTENSIONS) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return name.equalsIgnoreCase(EXTENSIONS)
          ? Collections.emptyEnumeration()
          : super.getHeaders(name);
    }
  }
}
