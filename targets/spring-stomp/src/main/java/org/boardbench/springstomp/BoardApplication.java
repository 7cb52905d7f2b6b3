package org.boardbench.springstomp;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A shared whiteboard on Spring STOMP: one process, with its in-memory broker. */
@SpringBootApplication
public class BoardApplication {
  public static void main(String[] args) {
    SpringApplication.run(BoardApplication.class, args);
  }
}
