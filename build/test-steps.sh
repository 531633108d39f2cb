# Sourced by ./test: its steps. All print one line; what went wrong follows it.

readonly HANG_LIMIT=15m # a test that says nothing for so long is ended and counted as failed

# select_projects NAME...: sets `projects` to the test projects whose name contains one of the names; all if none is given.
select_projects() {
  local project name wanted
  projects=()
  for project in tests/*/*.Tests.csproj; do
    wanted=$(($# == 0))
    for name in "$@"; do
      if [[ ${project,,} == *"${name,,}"*.csproj ]]; then wanted=1; fi
    done
    if ((wanted)); then projects+=("$project"); fi
  done
  if ((${#projects[@]} == 0)); then
    say "no test project is called like: $*. There are: $(basename -as .csproj tests/*/*.csproj | tr '\n' ' ')"
    exit 1
  fi
}

# The report's tests look at it in a browser.
ensure_test_tools() {
  command -v git >/dev/null || apt_install git || say "git is missing: sudo apt-get install git"
  local browser
  for browser in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$browser" >/dev/null; then return; fi
  done
  apt_install chromium || say "chromium is missing (sudo apt-get install chromium): the tests that need a browser are skipped"
}

# line WHAT RESULT MILLISECONDS
line() { printf '%-24s %-36s %6d.%d s\n' "$1" "$2" $(($3 / 1000)) $(($3 / 100 % 10)); }

now_ms() { printf '%s\n' "$((${EPOCHREALTIME//[!0-9]/} / 1000))"; }

# step WHAT COMMAND_NAME FUNCTION: a step without which the rest makes no sense.
step() {
  local started log=$session_temp/$1.log
  started=$(now_ms)
  if "$3" >"$log" 2>&1; then
    line "$1" ok $(($(now_ms) - started))
    return
  fi
  line "$1" FAILED $(($(now_ms) - started))
  grep -E ': (error|warning) ' "$log" | sed "s#$root/##g; s# \[[^]]*\]\$##" | sort -u | head -n 100 || tail -n 50 "$log"
  printf '\n%s failed: no test was run\n' "$2"
  exit 1
}

# A restore that would change a lock file fails.
restore_all() { session_run dotnet restore Slipstream.slnx --locked-mode -v quiet "${SESSION_BUILD_OPTIONS[@]}"; }

build_selected() {
  local target targets=("${projects[@]}")
  if ((${#projects[@]} == $(compgen -G 'tests/*/*.Tests.csproj' | wc -l))); then targets=(Slipstream.slnx); fi
  for target in "${targets[@]}"; do
    session_run dotnet build "$target" --no-restore -c Release -warnaserror -v quiet "${SESSION_BUILD_OPTIONS[@]}" || return
  done
  # The end-to-end tests hold that Debug and Release decide alike; what they are built from was analysed above.
  if [[ " ${projects[*]} " == *Slipstream.Host.Tests* ]]; then
    session_run dotnet build src/Slipstream.Host --no-restore -c Debug -v quiet -p:RunAnalyzers=false "${SESSION_BUILD_OPTIONS[@]}" || return
    export SLIPSTREAM_COMPARE_BUILDS=1
  fi
}

check_format() {
  local started log=$session_temp/format.log
  started=$(now_ms)
  if session_run dotnet format --verify-no-changes --no-restore Slipstream.slnx >"$log" 2>&1; then
    line format ok $(($(now_ms) - started))
  else
    line format FAILED $(($(now_ms) - started))
    sed "s#$root/##g; s# \[[^]]*\]\$##" "$log" | sort -u | head -n 50
    printf '  `dotnet format` mends it.\n'
    failed=$((failed + 1))
  fi
}

# counter FILE NAME: a number from a trx file's summary.
counter() { grep -o '<Counters [^>]*' "$1" | grep -o " $2=\"[0-9]*" | grep -o '[0-9]*$'; }

# run_tests PROJECT: adds to passed, failed, skipped.
run_tests() {
  local name started status=0 log trx p=0 f=0 s=0 text
  name=$(basename "$1" .csproj)
  log=$session_temp/$name.log trx=$session_temp/$name.trx
  started=$(now_ms)
  session_run dotnet test "tests/$name/bin/Release/net10.0/$name.dll" --results-directory "$session_temp/$name" \
    --logger "trx;LogFileName=$trx" --logger "console;verbosity=minimal" \
    --blame-hang-timeout "$HANG_LIMIT" --blame-hang-dump-type none >"$log" 2>&1 || status=$?
  if [[ -s $trx ]]; then
    p=$(counter "$trx" passed) f=$(counter "$trx" failed)
    s=$(($(counter "$trx" total) - $(counter "$trx" executed)))
  fi
  # A crash or a hang loses the counts of the tests that were running: it is a failure of its own.
  if ((status != 0 && f == 0)); then f=1; fi
  text="$p passed"
  if ((f)); then text+=", $f FAILED"; fi
  if ((s)); then text+=", $s skipped"; fi
  if ((p + f + s == 0)); then text="no tests yet"; fi
  line "${name#Slipstream.}" "$text" $(($(now_ms) - started))
  if ((f)); then
    grep -Ev '^\[xUnit.net|^Data collector|^Failed!|^Starting test execution|^A total of|^VSTest version|^Results File|^Test Run Failed|^ *$' "$log" | sed "s#$root/##g" | head -n 400
  fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}
