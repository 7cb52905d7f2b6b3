package org.boardbench.springstomprabbitmq;

import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.messaging.simp.broker.BrokerAvailabilityEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ready while the broker can be reached. */
@RestController
class HealthController {
  private volatile boolean available;

  @EventListener
  void changed(BrokerAvailabilityEvent event) {
    available = event.isBrokerAvailable();
  }

  @GetMapping("/health")
  ResponseEntity<Void> health() {
    return ResponseEntity.status(available ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .build();
  }
}
