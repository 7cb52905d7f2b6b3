# To be sourced. A shell that is asked to end while it waits for a command dies, or waits on, and the command hears nothing
# of it: make, a CI runner or a supervisor that ends one process alone would leave a run going. This runs a command that
# is told, and its exit status is the caller's to use.

tell() { if [ -n "$child" ]; then kill -TERM "$child" 2>/dev/null; fi; }

# run COMMAND [ARGUMENT...]: its exit status; after a signal, once the command has tidied up, the shell's own end by it.
run() {
  signal=
  child=
  # A signal that is ignored from the start, as SIGINT is in the background, stays so.
  trap 'signal=130; tell' INT
  trap 'signal=143; tell' TERM
  trap 'signal=129; tell' HUP
  # A command in the background of a script ignores SIGINT itself, so it is told by SIGTERM.
  "$@" &
  child=$!
  # It may have come before there was somebody to tell.
  if [ -n "$signal" ]; then tell; fi
  wait "$child"
  ended=$?
  # A signal ends a wait before the command has ended.
  while [ -n "$signal" ] && kill -0 "$child" 2>/dev/null; do
    wait "$child"
    ended=$?
  done
  trap - INT TERM HUP
  if [ -n "$signal" ]; then exit "$signal"; fi
  return $ended
}

# Make ends with 2 whatever failed. On SIGQUIT it waits for the recipe and ends with 1: that tells a run in which some trial
# failed, $status 1, from one that was refused. The recipe, which is this process, must still be there when the signal arrives.
end_make() {
  if [ "${BY_MAKE:-}" = 1 ] && [ "$status" -eq 1 ]; then
    kill -QUIT $PPID
    sleep 1
  fi
}
