# Sourced. Tells whether the host that was built is that of the sources as they are.

# fingerprint ROOT: sets FINGERPRINT to one number over name, size and time of everything the host is built from.
fingerprint() {
  local inputs=("$1/src" "$1/global.json" "$1/build/BannedSymbols.Pure.txt" "$1"/Directory.*.props)
  [[ ! -d $1/dashboard ]] || inputs+=("$1/dashboard")
  FINGERPRINT=$(find "${inputs[@]}" \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -printf '%f %P %s %T@\n' | LC_ALL=C sort | cksum)
}

# host_is_current ROOT: is it built from sources of that FINGERPRINT, and is its runtime still there? Sets HOST_DOTNET to the runtime's folder.
host_is_current() {
  local built
  { read -r built && read -r HOST_DOTNET; } 2>/dev/null <"$1/.build/host/current/built-from" || return 1
  [[ $built == "$FINGERPRINT" && -x $HOST_DOTNET/dotnet && -x $1/.build/host/current/slipstream ]]
}
