package org.boardbench.springwebsocketredis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A shared whiteboard on Spring's raw WebSocket support: one of several processes. */
@SpringBootApplication
@EnableScheduling
public class BoardApplication {
  public static void main(String[] args) {
    SpringApplication.run(BoardApplication.class, args);
  }
}
