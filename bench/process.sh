#!/usr/bin/env bash
# Times s1 as whole processes, five runs each, and prints wall seconds and peak megabytes of each run.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[[ -x /usr/bin/time ]] || { echo "bench: /usr/bin/time is missing: apt-get install time" >&2; exit 1; }

"$root/slipstream" bench s1 --write "$work/s1.csv"
"$root/slipstream" prepare --data "$work/s1.csv" --symbol S1/USD --out "$work/s1.tape" 2>/dev/null
run() {
  /usr/bin/time -f '%e s, %M KB' "$root/slipstream" backtest --strategy ema-cross --set quantity=1 --cash 10000000 \
    -o execution.fill=close -o execution.fee.model=fixed -o execution.fee.amount=1 --json "$@" 2>&1 >/dev/null | tail -n 1
}
for _ in 1 2 3 4 5; do
  echo "csv              $(run --data "$work/s1.csv" --symbol S1/USD)"
  echo "csv + journal    $(run --data "$work/s1.csv" --symbol S1/USD --journal "$work/csv")"
  echo "tape             $(run --data "$work/s1.tape")"
  echo "tape + journal   $(run --data "$work/s1.tape" --journal "$work/tape")"
  rm -rf "$work/csv" "$work/tape"
done | sort
