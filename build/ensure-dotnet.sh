# Sourced. ensure_dotnet finds an SDK of .NET 10 or installs one, and exports DOTNET_ROOT and PATH.
# Everything it does is said on stderr; stdout stays the caller's.

readonly DOTNET_CHANNEL=10.0
readonly DOTNET_INSTALL_URL=https://dot.net/v1/dotnet-install.sh

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# Prints the folder of a .NET 10 SDK, without starting dotnet.
find_dotnet() {
  local candidate folder
  for candidate in "${DOTNET_ROOT:-}" "$(readlink -f -- "$(command -v dotnet || true)" 2>/dev/null || true)" \
    "${HOME:-}/.dotnet" "$1/.build/dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    folder=${candidate%/dotnet}
    [[ -x $folder/dotnet ]] || folder=$candidate
    if [[ -n $folder && -x $folder/dotnet ]] && compgen -G "$folder/sdk/$DOTNET_CHANNEL.*" >/dev/null; then
      printf '%s\n' "$folder"
      return 0
    fi
  done
  return 1
}

# Runs a command as root; fails rather than wait for a password where nobody can type one.
as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    if [[ -t 0 && -z ${CI:-} ]]; then sudo "$@"; else sudo -n "$@"; fi
  else
    return 1
  fi
}

apt_updated=
# apt_install PACKAGE...: installs Debian packages; false where there is no apt, no right to use it, or no such package.
apt_install() {
  command -v apt-get >/dev/null || return 1
  if [[ -z $apt_updated ]]; then
    say "asking apt for its package lists"
    as_root apt-get update -qq >/dev/null 2>&1 </dev/null || true
    apt_updated=1
  fi
  local package
  for package in "$@"; do
    apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [0-9]' || return 1
  done
  say "installing $* with apt"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 </dev/null
}

# Fetches a URL into a file with whatever is there; installs curl if nothing is.
fetch() {
  if ! command -v curl >/dev/null && ! command -v wget >/dev/null; then
    apt_install curl ca-certificates || { say "neither curl nor wget is here"; return 1; }
  fi
  [[ -e /etc/ssl/certs/ca-certificates.crt ]] || apt_install ca-certificates || true
  if command -v curl >/dev/null; then
    curl -fsSL --retry 3 --connect-timeout 20 -o "$2" "$1"
  else
    wget -q --tries=3 --timeout=20 -O "$2" "$1"
  fi
}

install_dotnet_by_script() {
  local target=${HOME:-}/.dotnet script status=0
  [[ -n ${HOME:-} && -w ${HOME:-} ]] || target=$1/.build/dotnet
  script=$(mktemp)
  say "installing the .NET $DOTNET_CHANNEL SDK into $target (about 220 MB, from $DOTNET_INSTALL_URL)"
  { fetch "$DOTNET_INSTALL_URL" "$script" && bash "$script" --channel "$DOTNET_CHANNEL" --install-dir "$target" --no-path >&2; } || status=$?
  rm -f -- "$script"
  return "$status"
}

# ensure_dotnet ROOT
ensure_dotnet() {
  local folder
  if ! folder=$(find_dotnet "$1"); then
    say "no .NET $DOTNET_CHANNEL SDK found"
    # .NET needs these two libraries; every full Debian and Ubuntu has them, a bare container may not.
    ldconfig -p 2>/dev/null | grep -q 'libstdc++\.so\.6' || apt_install libstdc++6 || true
    ldconfig -p 2>/dev/null | grep -q 'libssl\.so' || apt_install openssl || true
    apt_install "dotnet-sdk-$DOTNET_CHANNEL" || install_dotnet_by_script "$1" || true
    if ! folder=$(find_dotnet "$1"); then
      say "the .NET $DOTNET_CHANNEL SDK is missing and could not be installed."
      say "Install it by hand, then run this again; one of:"
      say "  sudo apt-get install dotnet-sdk-$DOTNET_CHANNEL                      (Ubuntu)"
      say "  curl -fsSL $DOTNET_INSTALL_URL | bash -s -- --channel $DOTNET_CHANNEL   (needs curl and ca-certificates)"
      say "  https://dotnet.microsoft.com/download/dotnet/$DOTNET_CHANNEL          (any system)"
      return 1
    fi
  fi
  # Ubuntu's smallest images have no time zones, which data files with local times need.
  [[ -d /usr/share/zoneinfo ]] || apt_install tzdata || say "no time zone data (package tzdata): data files in local time can't be read"
  export DOTNET_ROOT=$folder PATH=$folder:$PATH
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_CLI_UI_LANGUAGE=en
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 # the SDK itself would ask for libicu
}
