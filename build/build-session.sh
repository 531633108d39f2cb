# Sourced. A build session holds the repository's build lock, has a compiler server of its own, and ends every
# process that it started, also those that left its process group, by a mark in their environment.

# session_begin ROOT: waits for other builds in this folder.
session_begin() {
  mkdir -p -- "$1/.build"
  SLIPSTREAM_SESSION=slipstream-$$-$RANDOM$RANDOM
  export SLIPSTREAM_SESSION MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
  SESSION_BUILD_OPTIONS=(-nodeReuse:false "-p:SharedCompilationId=$SLIPSTREAM_SESSION" -tl:off)
  session_lock=
  if command -v flock >/dev/null; then
    exec {session_lock}>"$1/.build/lock"
    flock "$session_lock"
  fi
  trap session_end EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

# session_run COMMAND...: runs a command that does not inherit the lock.
session_run() {
  if [[ -n $session_lock ]]; then "$@" </dev/null {session_lock}>&-; else "$@" </dev/null; fi
}

session_unlock() {
  [[ -z $session_lock ]] || exec {session_lock}>&-
  session_lock=
}

# Prints the session's processes, but for this shell and what it needs to look.
session_processes() {
  local entry pid
  for entry in /proc/[0-9]*; do
    pid=${entry#/proc/}
    [[ $pid != "$$" && $pid != "$BASHPID" ]] || continue
    { tr '\0' '\n' <"$entry/environ" | grep -qx "SLIPSTREAM_SESSION=$SLIPSTREAM_SESSION"; } 2>/dev/null || continue
    [[ -e $entry ]] && printf '%s\n' "$pid"
  done
}

session_end() {
  local status=$? pids
  trap - EXIT INT TERM HUP
  # The shell's own exported mark does not show in its /proc/self/environ, only in that of its children.
  for signal in TERM KILL; do
    pids=$(session_processes)
    [[ -n $pids ]] || break
    # shellcheck disable=SC2086
    kill -"$signal" $pids 2>/dev/null || true
    sleep 0.2
  done
  session_unlock
  [[ -z ${session_temp:-} ]] || rm -rf -- "$session_temp"
  exit "$status"
}
