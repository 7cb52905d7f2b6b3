# What people type. Everything here is a thin layer over bench/boardbench, bench/setup and Maven.

EXPERIMENT ?= paper
METRICS_PORT ?= 8428
OFFICIAL_CLIENTS := bench/harness/src/test/official-clients
TO ?= http://127.0.0.1:$(METRICS_PORT)
comma := ,
JDK := $(shell bench/setup/find-jdk.sh 2>/dev/null)
ifneq ($(JDK),)
export JAVA_HOME := $(JDK)
endif

options = $(if $(USERS),--users '$(USERS)') $(if $(HOLD),--hold '$(HOLD)') $(if $(TARGETS),--targets '$(TARGETS)') \
  $(if $(REPS),--repetitions '$(REPS)') $(if $(RATE),--rate '$(RATE)') $(if $(BOARDS),--boards '$(BOARDS)') \
  $(if $(PAYLOAD),--payload '$(PAYLOAD)') $(if $(RECONNECT),--reconnect '$(RECONNECT)') $(if $(SEED),--seed '$(SEED)') $(if $(PROFILE),--profile '$(PROFILE)') $(if $(RESUME),--resume '$(RESUME)') \
  $(if $(LAUNCHER),--launcher '$(LAUNCHER)') \
  $(foreach assignment,$(SET),--set '$(assignment)') $(ARGS)

# Make ends with 2 whatever failed, also a threshold or condition that is broken, for which bench/boardbench ends with 3. On
# SIGQUIT it waits for the recipe and ends with 1: that tells a run in which some trial failed from one that was refused. The
# recipe must still be there when the signal arrives.
status = || { status=$$?; if [ $$status -eq 1 ]; then kill -QUIT $$PPID; sleep 1; fi; exit $$status; }
# What tests need: the tools of Maven, and those of the servers that they start.
test_needs = @bench/setup/doctor.sh jdk maven setsid && bench/setup/tools.sh run bench/experiments/rolling-restart.yaml --targets node-3-replicas
# What make starts here is no shell between make and the program: whoever ends make ends the run, in order.
ended_with_make = @BY_MAKE=1 exec
# A run that goes on has its plan in its folder, whatever experiment that is.
sweep = $(ended_with_make) bench/setup/sweep.sh \
  $(if $(and $(RESUME),$(filter file,$(origin EXPERIMENT))),,bench/experiments/$(1).yaml) $(options)

.PHONY: help quick bench capacity py-spy board felt felt-check client-share bench-driver calibrate micro report compare watch metrics export images base-images docker-start docker-stop test test-targets test-long doctor clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20
	@printf '%s\n' '' 'Variables of bench, capacity and quick, each with the default of its experiment:' \
	  '  EXPERIMENT=paper        bench/experiments/paper.yaml; bench only' \
	  '  USERS=100,300,1000      a stage for each number of virtual users; not of capacity' \
	  '  HOLD=60s                how long each stage is measured' \
	  '  TARGETS=node-ws,fastapi variants of the experiment, or folders of targets/' \
	  '  REPS=3                  fresh starts of every variant; 3..10@10%: until intervals are within 10 %; not of capacity' \
	  '  RATE=1                  messages that each user sends a second' \
	  '  BOARDS=10               boards that the users spread over' \
	  '  PAYLOAD=300             bytes of a message' \
	  '  RECONNECT=backoff       or never, first=0ms,backoff=1s..30s,jitter=50: when users who drop try again' \
	  '  PROFILE=1               each variant once more after all others, with a profiler on the server; not of capacity' \
	  '  SEED=42                 of the order of trials, and of what users send when' \
	  '  LAUNCHER=process        or docker: servers in containers, or kubernetes: in pods; make images builds what they run' \
	  '  RESUME=results/...      goes on with a run that broke off, by the plan in its folder; with more REPS adds starts' \
	  '  SET="node-ws.heap=1g"   parameters of targets, more than one with spaces between' \
	  '  ARGS="..."              further options of bench/boardbench run, or calibrate; of JMH for micro' \
	  '' 'Variables of all commands:' \
	  '  BOARDBENCH_SETUP=no     installs no packages on this machine; says what is missing and how to get it' \
	  '  BOARDBENCH_DOCKERD_ARGS="--data-root ..."     further arguments of the dockerd of make docker-start' \
	  '' 'Examples:' \
	  '  make bench TARGETS=node-ws,fastapi USERS=50,100 HOLD=10s REPS=1' \
	  '  make bench RESUME=results/paper-20260101-120000' \
	  '  make capacity TARGETS=node-ws QUICK=1' \
	  '  make report RUN=results/paper-20260101-120000'

quick: ## the paper's six servers and the floor in small stages, and the figures; a few minutes
	$(call sweep,quick)

bench: ## an experiment, and its figures
	$(call sweep,$(EXPERIMENT))

capacity: ## the most users that each server carries; three to four hours, QUICK=1 TARGETS=node-ws under 12 minutes
	$(call sweep,capacity) $(if $(QUICK),--starts 3 --confirm-starts 0 --step 15)

calibrate: ## how far this machine's numbers can be trusted; under 4 minutes, QUICK=1 about one
	$(ended_with_make) bench/setup/measured.sh calibrate $(if $(QUICK),--quick) $(ARGS)

py-spy: ## the profiler that PROFILE=1 needs for servers in Python, into .tools
	@bench/setup/py-spy.sh

board: ## a whiteboard for people on TARGET=node-ws: open its address in two windows; Ctrl-C ends it
	@bench/setup/doctor.sh jdk maven
	$(ended_with_make) bench/boardbench board '$(or $(TARGET),node-ws)' $(ARGS)

felt: ## what two people in browsers feel of each other, beside the virtual users; 20 minutes, QUICK=1 three; needs Chromium
	$(ended_with_make) bench/setup/felt.sh bench/experiments/felt.yaml \
	  $(if $(QUICK),$(if $(REPS),,--repetitions 1) $(if $(HOLD),,--hold 10s)) $(options)

felt-check: ## whether known delays are felt as what they are; four minutes
	@bench/setup/doctor.sh jdk maven
	@bench/setup/chromium.sh
	@bench/boardbench felt-check $(ARGS) $(status)

client-share: ## the same load with our driver and with other clients; about two hours, QUICK=1 about five minutes, CLIENTS=node-ws
	$(ended_with_make) bench/setup/measured.sh client-share $(if $(CLIENTS),--clients 'boardbench$(comma)$(CLIENTS)') \
	  $(if $(USERS)$(QUICK),--users '$(or $(USERS),100$(comma)500)') $(if $(HOLD)$(QUICK),--hold '$(or $(HOLD),5s)') \
	  $(if $(REPS)$(QUICK),--reps '$(or $(REPS),1)') $(if $(TARGETS),--targets '$(TARGETS)') $(ARGS)

bench-driver: ## the driver's CPU beside a plain C client; QUICK=1, HOLD=6s, REPS=3, ARGS="--loads 300u-1b"
	@bench/setup/doctor.sh jdk maven cc taskset
	@bench/boardbench bench-driver $(if $(QUICK),--quick) $(if $(HOLD),--hold '$(HOLD)') $(if $(REPS),--rounds '$(REPS)') \
	  $(ARGS) $(status)

micro: ## microbenchmarks, their CSV and figures; half an hour, QUICK=1 under 3 minutes, BENCH=regex, ARGS="-f 5"
	$(ended_with_make) bench/setup/measured.sh micro $(if $(QUICK),--quick) $(if $(BENCH),--bench '$(BENCH)') \
	  $(if $(ARGS),-- $(ARGS))

report: ## figures and tables again; RUN=results/... or the newest run, explained by MICRO=results/..., judged by CLAIMS=file, CAPACITY=results/..., TIMELINES=all or one
	@bench/setup/doctor.sh jdk maven
	@bench/boardbench report $(if $(RUN),'$(RUN)') $(if $(MICRO),--micro '$(MICRO)') $(if $(CLAIMS),--claims '$(CLAIMS)') \
	  $(if $(CAPACITY),--capacity '$(CAPACITY)') $(if $(TIMELINES),--timelines '$(TIMELINES)')

compare: ## what has changed from BASE=results/... to RUN=results/...; ARGS='--fail-on "rtt_p95_ms>10%"'
	@bench/setup/doctor.sh jdk maven
	@bench/boardbench compare $(if $(BASE),'$(BASE)') $(if $(RUN),'$(RUN)') $(ARGS) $(status)

images: ## an image for every server, or for TARGETS=node-ws,fastapi
	@bench/setup/doctor.sh jdk maven docker
	@bench/boardbench images $(if $(TARGETS),--targets '$(TARGETS)')

base-images: ## what those images start from, made of this machine, where no registry can be asked; as root on Debian 12
	@bench/setup/base-images.sh

docker-start: ## a Docker engine where none answers; as root on Debian. It stays until make docker-stop
	@bench/setup/docker.sh start

docker-stop: ## ends the engine that make docker-start has started, with its containers
	@bench/setup/docker.sh stop

watch: ## the dashboard of a stored run, until Ctrl-C; RUN=results/... (a run under way says where its own is)
	@bench/setup/doctor.sh jdk maven
	@bench/boardbench watch $(if $(RUN),'$(RUN)') $(ARGS) $(status)

metrics: ## a VictoriaMetrics that collects what runs show, until Ctrl-C; METRICS_PORT=8428
	@METRICS_PORT='$(METRICS_PORT)' bench/setup/metrics.sh

export: ## a stored run to a VictoriaMetrics, at its own time; RUN=results/..., TO=http://127.0.0.1:8428
	@bench/setup/doctor.sh jdk maven
	@bench/boardbench export $(if $(RUN),--run '$(RUN)') --to '$(TO)' $(status)

test: ## format, unit and integration tests, the wire contract of three servers; under ten minutes on two cores
	$(test_needs)
	bench/setup/mvn.sh -T 2 verify

test-targets: ## the wire contract of every server that this machine can build, or of TARGETS=node-ws,fastapi
	@bench/setup/doctor.sh jdk maven setsid
	@bench/setup/tools.sh doctor
	@npm ci --prefix $(OFFICIAL_CLIENTS) --no-audit --no-fund --silent || echo 'The official clients cannot be installed: their test is skipped' >&2
	bench/setup/mvn.sh verify -pl bench/harness -am \
	  -Dtest=NONE -Dit.test='*TargetContractIT' -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
	  -Dboardbench.targets='$(or $(TARGETS),all)'

test-long: ## what takes too long for make test: 900 users by three machines, agents lost and runs broken off 20 times; twenty minutes
	$(test_needs)
	bench/setup/mvn.sh verify -pl bench/browser -am -Dtest.excluded=none -Dtest.groups=long -Dtest.optimized=none -Dtest.alone=alone \
	  -Dtest.forks=1

doctor: ## what this machine has and lacks, and how to get it
	@bench/setup/doctor.sh

clean: ## removes what builds have made; never results, images or .metrics/
	@bench/setup/leftovers.sh
	rm -rf target bench/*/target bench/clients/*/target bench/clients/*/node_modules bench/clients/*/.build reports/target $(filter-out .tools/docker,$(wildcard .tools/*))
	rm -rf targets/*/target targets/*/node_modules targets/*/.venv targets/*/.build $(OFFICIAL_CLIENTS)/node_modules
	find targets -name __pycache__ -type d -prune -exec rm -rf {} +
