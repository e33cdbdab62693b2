package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.install.RecipeStep.MakeDirectory;
import io.github.sandboxcache.domain.install.RecipeStep.Run;
import java.util.List;
import java.util.Map;

/** Rust crates, required by the package in the workspace and loaded into Cargo's home. */
record CargoRecipe() implements Recipe {
  @Override
  public List<Tool> tools() {
    return List.of(Tool.of("cargo"));
  }

  @Override
  public List<String> targets(Map<String, String> variables) {
    return List.of(
        WORKSPACE, variables.getOrDefault("CARGO_HOME", Recipe.home(variables) + "/.cargo"));
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("CARGO_TERM_COLOR", "never");
  }

  @Override
  public List<RecipeStep> steps(RecipeInput input) {
    Tool cargo = input.tool();
    return List.of(
        new MakeDirectory(WORKSPACE),
        Run.in(WORKSPACE, cargo.with("init", "--name", "workspace", "--vcs", "none"))
            .unless(WORKSPACE + "/Cargo.toml"),
        Run.in(WORKSPACE, cargo.with(List.of("add", "--"), input.packages())),
        Run.in(WORKSPACE, cargo.with("fetch")));
  }
}
