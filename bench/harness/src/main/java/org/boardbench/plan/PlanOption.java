package org.boardbench.plan;

/** The command-line options that replace a part of an experiment file. */
public enum PlanOption {
  USERS("--users"),
  HOLD("--hold"),
  RAMP("--ramp"),
  TARGETS("--targets"),
  REPETITIONS("--repetitions"),
  RATE("--rate"),
  BOARDS("--boards"),
  PAYLOAD("--payload"),
  SEED("--seed"),
  DRAIN("--drain"),
  RECONNECT("--reconnect"),
  DRIVER_CORES("--driver-cores"),
  DRIVER_LOOP("--driver-loop"),
  CPUS_DRIVER("--cpus-driver"),
  CPUS_TARGET("--cpus-target"),
  CPUS_COMPANIONS("--cpus-companions"),
  LAUNCHER("--launcher"),
  LIMIT_CPUS("--limit-cpus"),
  LIMIT_MEMORY("--limit-memory");

  private final String flag;

  PlanOption(String flag) {
    this.flag = flag;
  }

  /** How it is written on the command line and in problems. */
  public String flag() {
    return flag;
  }
}
