#!/usr/bin/env bash
# Publishes the host into a new folder below .build/host and points `current` at it. A program that is running keeps its own files.
set -euo pipefail

root=$(readlink -f -- "${BASH_SOURCE[0]}")
root=${root%/build/*}
host=$root/.build/host
log=$root/.build/host.log
readonly CANNOT_BUILD=70 # none of the exit codes that slipstream itself has
speaker=slipstream
source "$root/build/ensure-dotnet.sh"
source "$root/build/build-session.sh"
source "$root/build/host-state.sh"

session_begin "$root"
fingerprint "$root"
if host_is_current "$root"; then exit 0; fi # another start built it while this one waited

ensure_dotnet "$root" || exit "$CANNOT_BUILD"
mkdir -p -- "$host"
if [[ -e $host/current ]]; then why="the sources have changed"; else why="first use, about a minute"; fi
say "building ($why) ..."

# Analyzers are ./test's business. The artifacts lie apart, so that ./test never takes over what they have not seen.
new=$host/$(date +%s%N)
if ! session_run "$DOTNET_ROOT/dotnet" publish "$root/src/Slipstream.Host/Slipstream.Host.csproj" -c Release -o "$new" -v quiet \
  -p:UseArtifactsOutput=true "-p:ArtifactsPath=$root/.build/artifacts" -p:RunAnalyzers=false -p:GenerateDocumentationFile=false \
  "${SESSION_BUILD_OPTIONS[@]}" >"$log" 2>&1; then
  rm -rf -- "$new"
  grep -E '(error|warning) [A-Z]+[0-9]+' "$log" | sed "s#$root/##; s# \[[^]]*\]\$##" | sort -u | head -n 30 >&2 || tail -n 30 "$log" >&2
  say "the build failed; the whole log is $log"
  exit "$CANNOT_BUILD"
fi

printf '%s\n%s\n' "$FINGERPRINT" "$DOTNET_ROOT" >"$new/built-from"
ln -sfn -- "${new##*/}" "$host/next"
mv -T -- "$host/next" "$host/current"

# Older builds go, unless something still runs from them.
in_use=$(find /proc -maxdepth 2 -name exe -lname "$host/*" -printf '%l\n' 2>/dev/null || true)
for old in "$host"/[0-9]*; do
  if [[ $old != "$new" && $in_use != *"$old/"* ]]; then rm -rf -- "$old"; fi
done
