package org.boardbench.springwebflux;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A shared whiteboard on Spring WebFlux: one process, boards in memory. */
@SpringBootApplication
@EnableScheduling
public class BoardApplication {
  public static void main(String[] args) {
    SpringApplication.run(BoardApplication.class, args);
  }
}
