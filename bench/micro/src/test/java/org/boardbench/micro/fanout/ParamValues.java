package org.boardbench.micro.fanout;

import java.util.List;
import org.openjdk.jmh.annotations.Param;

/** What JMH will set a benchmark's parameter to. */
public final class ParamValues {
  private ParamValues() {}

  public static List<String> of(Class<?> benchmark, String param) throws NoSuchFieldException {
    return List.of(benchmark.getDeclaredField(param).getAnnotation(Param.class).value());
  }
}
