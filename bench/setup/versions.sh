# shellcheck shell=sh
# Versions, for the scripts beside this one. To be sourced.

# is_at_least 3.11 3.9.2: whether the second version is as new as the first, by major and minor.
is_at_least() {
  printf '%s.0\n%s.0\n' "$1" "$2" | {
    IFS=. read -r wanted_major wanted_minor _
    IFS=. read -r found_major found_minor _
    [ "$found_major" -gt "$wanted_major" ] ||
      { [ "$found_major" -eq "$wanted_major" ] && [ "$found_minor" -ge "$wanted_minor" ]; }
  }
}
