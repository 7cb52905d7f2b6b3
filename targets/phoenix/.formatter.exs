[
  import_deps: [:phoenix],
  inputs: ["mix.exs", ".formatter.exs", "config/*.exs", "lib/**/*.ex"]
]
