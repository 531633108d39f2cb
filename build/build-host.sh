#!/usr/bin/env bash
# Publishes the host into a new folder below .build/host and points `current` at it. A program that is running keeps its own files.
set -euo pipefail

root=$(readlink -f -- "${BASH_SOURCE[0]}")
root=${root%/build/*}
host=$root/.build/host
log=$root/.build/host.log
source "$root/build/ensure-dotnet.sh"
source "$root/build/build-session.sh"
source "$root/build/fingerprint.sh"

session_begin "$root"
fingerprint "$root"
if [[ -e $host/current/built-from && $(head -n 1 "$host/current/built-from") == "$FINGERPRINT" ]]; then
  exit 0 # another start built it while this one waited
fi

ensure_dotnet "$root"
mkdir -p -- "$host"
if [[ -e $host/current ]]; then why="the sources have changed"; else why="first use, about a minute"; fi
printf 'slipstream: building (%s) ...\n' "$why" >&2

# Analyzers are ./test's business. The artifacts lie apart, so that ./test never takes over what they have not seen.
new=$host/$(date +%s%N)
if ! session_run "$DOTNET_ROOT/dotnet" publish "$root/src/Slipstream.Host/Slipstream.Host.csproj" -c Release -o "$new" -v quiet \
  -p:UseArtifactsOutput=true "-p:ArtifactsPath=$root/.build/artifacts" -p:RunAnalyzers=false -p:GenerateDocumentationFile=false \
  "${SESSION_BUILD_OPTIONS[@]}" >"$log" 2>&1; then
  rm -rf -- "$new"
  grep -E '(error|warning) [A-Z]+[0-9]+' "$log" | sed "s#$root/##; s# \[[^]]*\]\$##" | sort -u | head -n 30 >&2 || tail -n 30 "$log" >&2
  printf 'slipstream: the build failed; the whole log is %s\n' "$log" >&2
  exit 2
fi

printf '%s\n%s\n' "$FINGERPRINT" "$DOTNET_ROOT" >"$new/built-from"
ln -s -- "${new##*/}" "$host/next"
mv -T -- "$host/next" "$host/current"

# Older builds go, unless something still runs from them.
in_use=$(find /proc -maxdepth 2 -name exe -lname "$host/*" -printf '%l\n' 2>/dev/null || true)
for old in "$host"/[0-9]*; do
  if [[ $old != "$new" && $in_use != *"$old/"* ]]; then rm -rf -- "$old"; fi
done
