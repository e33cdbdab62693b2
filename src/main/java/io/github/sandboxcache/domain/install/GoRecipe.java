package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.install.RecipeStep.MakeDirectory;
import io.github.sandboxcache.domain.install.RecipeStep.Run;
import java.util.List;
import java.util.Map;

/**
 * Go modules, required by the module in the workspace and loaded into the module cache. What comes
 * along with a version of them is always the same.
 */
record GoRecipe() implements Recipe {
  @Override
  public List<Tool> tools() {
    return List.of(new Tool(List.of("go"), "version"));
  }

  @Override
  public List<String> targets(Map<String, String> variables) {
    return List.of(WORKSPACE, modules(variables));
  }

  @Override
  public List<String> projects(Map<String, String> variables) {
    return List.of(WORKSPACE, path(variables), modules(variables));
  }

  private static String modules(Map<String, String> variables) {
    return Recipe.variable("GOMODCACHE", variables).orElse(path(variables) + "/pkg/mod");
  }

  /** Of several paths the first one gets the modules. */
  private static String path(Map<String, String> variables) {
    return paths(variables).split(":", 2)[0];
  }

  private static String paths(Map<String, String> variables) {
    return Recipe.variable("GOPATH", variables).orElse(Recipe.home(variables) + "/go");
  }

  /** Root has a home of its own, where nobody else would look. */
  @Override
  public Map<String, String> environment(Map<String, String> variables) {
    return Map.of("GOCACHE", SCRATCH + "/go-build", "GOPATH", paths(variables));
  }

  @Override
  public List<RecipeStep> steps(RecipeInput input) {
    Tool go = input.tool();
    return List.of(
        new MakeDirectory(WORKSPACE),
        Run.in(WORKSPACE, go.with("mod", "init", "sandbox")).unless(WORKSPACE + "/go.mod"),
        Run.in(WORKSPACE, go.with(List.of("get", "--"), input.packages())),
        // Of a module without a package at its root, "get" loads nothing that its packages need.
        Run.in(WORKSPACE, go.with("mod", "download", "all")));
  }
}
