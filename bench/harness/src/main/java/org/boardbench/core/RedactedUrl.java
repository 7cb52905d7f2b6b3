package org.boardbench.core;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A URL as it may be stored and shown: results get published, and tokens travel in the user info
 * and in the query. Names of query parameters stay, values do not. Takes any text, whether or not
 * it is a URL.
 */
public final class RedactedUrl {
  private static final String HIDDEN = "***";
  private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/?#]*@");

  private RedactedUrl() {}

  public static String of(String url) {
    String anonymous = USER_INFO.matcher(url).replaceFirst(HIDDEN + "@");
    int query = anonymous.indexOf('?');
    if (query < 0) {
      return anonymous;
    }
    int fragment = anonymous.indexOf('#', query);
    int end = fragment < 0 ? anonymous.length() : fragment;
    String parameters =
        Arrays.stream(anonymous.substring(query + 1, end).split("&", -1))
            .map(RedactedUrl::parameter)
            .collect(Collectors.joining("&"));
    return anonymous.substring(0, query + 1) + parameters + (fragment < 0 ? "" : "#" + HIDDEN);
  }

  private static String parameter(String parameter) {
    int equals = parameter.indexOf('=');
    if (equals < 0) {
      return parameter.isEmpty() ? "" : HIDDEN;
    }
    return parameter.substring(0, equals + 1) + (equals + 1 == parameter.length() ? "" : HIDDEN);
  }
}
