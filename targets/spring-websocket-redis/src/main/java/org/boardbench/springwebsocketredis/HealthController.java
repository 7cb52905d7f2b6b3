package org.boardbench.springwebsocketredis;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HealthController {
  private final Workers workers;

  HealthController(Workers workers) {
    this.workers = workers;
  }

  /** Ready when all workers are, so that the first connections spread over all of them. */
  @GetMapping("/health")
  ResponseEntity<Void> health() {
    return ResponseEntity.status(
            workers.areReady() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .build();
  }
}
