# shellcheck shell=sh disable=SC2154
# golang:1.26-bookworm, of this machine's Go.

find_base() {
  go_version=$(go env GOVERSION 2>/dev/null)
  need_release "$release" "${go_version#go}" Go
  what="Go ${go_version#go} of this machine"
}

# What Go asks for modules, whether it is set in the environment or in its file.
base_settings() {
  mkdir -p "$settings/root/.config/go"
  for variable in GOPROXY GOSUMDB GONOSUMDB GOPRIVATE; do
    echo "$variable=$(go env $variable)"
  done >"$settings/root/.config/go/env"
}

compose() {
  mkdir -p "$tree/usr/local/go"
  # Debian's is made of links.
  cp -RL "$(go env GOROOT)/." "$tree/usr/local/go"
  rm -rf "$tree/usr/local/go/api" "$tree/usr/local/go/doc" "$tree/usr/local/go/test"
  from_debian
  echo "ENV GOTOOLCHAIN=local GOPATH=/go PATH=/go/bin:/usr/local/go/bin:$path"
  echo 'RUN go version'
}
