# Sourced. fingerprint ROOT sets FINGERPRINT to one number over name, size and time of everything the host is built from.
fingerprint() {
  local inputs=("$1/src" "$1/global.json" "$1/build/BannedSymbols.Pure.txt" "$1"/Directory.*.props)
  [[ ! -d $1/dashboard ]] || inputs+=("$1/dashboard")
  FINGERPRINT=$(find "${inputs[@]}" \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -printf '%f %P %s %T@\n' | LC_ALL=C sort | cksum)
}
