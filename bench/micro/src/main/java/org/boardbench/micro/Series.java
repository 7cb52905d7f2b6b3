package org.boardbench.micro;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a benchmark class compares, so that results need not be read out of its name.
 * Parameters called {@link #PAYLOAD} and {@link #MEMBERS} have result columns of their own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Series {
  /** The parameter that is the size of the stroke's JSON in bytes. */
  String PAYLOAD = "payloadBytes";

  /** The parameter that is the number of members who get the message. */
  String MEMBERS = "members";

  /** The benchmarks that are shown together. */
  String group();

  /** The parameter whose values are compared: a library, or a strategy. */
  String by();
}
