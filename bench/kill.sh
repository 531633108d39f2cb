#!/usr/bin/env bash
# kill -9 at random instants of a journalled run: it opens, verifies, replays, and no acknowledged record is lost.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
export SLIPSTREAM_KILL_ROUNDS=${1:-200}
# shellcheck source=../build/ensure-dotnet.sh
source "$root/build/ensure-dotnet.sh"
ensure_dotnet "$root"
cd "$root"
dotnet test tests/Slipstream.Host.Tests -c Release --filter 'FullyQualifiedName~Kill' --logger 'console;verbosity=normal'
