defmodule Whiteboard.MixProject do
  use Mix.Project

  def project do
    [
      app: :whiteboard,
      version: "1.0.0",
      elixir: "~> 1.15",
      build_path: ".build/mix",
      deps_path: ".build/deps",
      start_permanent: Mix.env() == :prod,
      deps: deps(),
      releases: [whiteboard: [include_executables_for: [:unix], path: ".build/whiteboard"]]
    ]
  end

  def application do
    [mod: {Whiteboard.Application, []}, extra_applications: [:logger]]
  end

  defp deps do
    [
      {:phoenix, "~> 1.8.14"},
      {:bandit, "~> 1.12"},
      {:jason, "~> 1.4"}
    ]
  end
end
