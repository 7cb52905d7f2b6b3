# shellcheck shell=sh disable=SC2154
# node:20-bookworm and node:20-bookworm-slim, of this machine's Node and npm.

find_base() {
  node_version=$(node -p process.versions.node 2>/dev/null)
  need_release "$release" "$node_version" Node
  what="Node $node_version of this machine"
}

base_settings() {
  copy_setting "${HOME:-/root}/.npmrc" /root/.npmrc
  if command -v npm >/dev/null; then copy_setting "$(npm config get globalconfig)" /usr/local/etc/npmrc; fi
}

compose() {
  install -D "$(node -p process.execPath)" "$tree/usr/local/bin/node"
  if builds; then copy_npm; fi
  from_debian
  echo 'RUN useradd --uid 1000 --user-group --create-home node && node --version'
  if builds; then printf '%s\n' "ENV NODE_EXTRA_CA_CERTS=$certificates" 'RUN npm --version'; fi
}

copy_npm() {
  npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  [ -r "$npm/bin/npm-cli.js" ] || refuse "$name needs npm on this machine: install it (Debian: apt-get install npm)"
  mkdir -p "$tree/usr/local/lib/node_modules"
  cp -R "$npm" "$tree/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$tree/usr/local/bin/npm"
}
