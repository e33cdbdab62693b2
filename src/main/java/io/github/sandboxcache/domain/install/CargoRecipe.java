package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.RecipeStep.MakeDirectory;
import io.github.sandboxcache.domain.install.RecipeStep.Run;
import java.util.ArrayList;
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
    return List.of(WORKSPACE, home(variables));
  }

  @Override
  public List<String> projects(Map<String, String> variables) {
    return targets(variables);
  }

  private static String home(Map<String, String> variables) {
    return Recipe.variable("CARGO_HOME", variables).orElse(Recipe.home(variables) + "/.cargo");
  }

  /** Root has a home of its own, where nobody else would look. */
  @Override
  public Map<String, String> environment(Map<String, String> variables) {
    return Map.of("CARGO_TERM_COLOR", "never", "CARGO_HOME", home(variables));
  }

  @Override
  public List<RecipeStep> steps(RecipeInput input) {
    Tool cargo = input.tool();
    List<RecipeStep> steps = new ArrayList<>();
    steps.add(new MakeDirectory(WORKSPACE));
    steps.add(
        Run.in(WORKSPACE, cargo.with("init", "--name", "workspace", "--vcs", "none"))
            .unless(WORKSPACE + "/Cargo.toml"));
    steps.add(Run.in(WORKSPACE, cargo.with(List.of("add", "--"), input.packages())));
    if (!input.others().isEmpty()) {
      List<String> bare = List.of("add", "--no-default-features", "--");
      steps.add(Run.in(WORKSPACE, cargo.with(bare, input.others())));
      steps.add(Run.in(WORKSPACE, cargo.with("generate-lockfile")));
      // They stay as dependencies of the rest, in the versions that the lock file has by now.
      List<String> names = input.others().stream().map(CargoRecipe::name).toList();
      steps.add(Run.in(WORKSPACE, cargo.with(List.of("remove", "--"), names)));
    }
    steps.add(Run.in(WORKSPACE, cargo.with("fetch")));
    return steps;
  }

  private static String name(String exact) {
    return PackageName.of(Language.RUST, exact).name();
  }
}
