package org.boardbench.fleet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A test that takes half a minute for what another one shows in the main: {@code
 * -Dboardbench.fleet=all} runs it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
    named = WholeFleet.PROPERTY,
    matches = WholeFleet.ALL,
    disabledReason = "takes long; -Dboardbench.fleet=all runs it")
@interface WholeFleet {
  String PROPERTY = "boardbench.fleet";
  String ALL = "all";
}
