# shellcheck shell=sh disable=SC2154
# rust:1.95-bookworm, of this machine's Rust, with the C compiler and the C library of Debian, which link programs.

find_base() {
  rust_version=$(rustc --version 2>/dev/null | sed -n 's/^rustc \([0-9.]*\).*/\1/p')
  need_release "$release" "$rust_version" Rust
  what="Rust $rust_version of this machine"
}

base_settings() { copy_setting "${CARGO_HOME:-${HOME:-/root}/.cargo}/config.toml" /usr/local/cargo/config.toml; }

compose() {
  toolchain=$(rustc --print sysroot)
  [ "$toolchain" != /usr ] || refuse "$name needs a Rust in a folder of its own, as rustup installs it"
  mkdir -p "$tree/usr/local/bin" "$tree/usr/local/lib"
  for program in rustc cargo; do cp "$toolchain/bin/$program" "$tree/usr/local/bin"; done
  cp -R "$toolchain/lib/." "$tree/usr/local/lib"
  from_debian
  echo "ENV CARGO_HOME=/usr/local/cargo CARGO_HTTP_CAINFO=$certificates PATH=/usr/local/cargo/bin:$path"
  echo 'RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*'
  echo 'RUN cargo --version && rustc --version && cc --version'
}
