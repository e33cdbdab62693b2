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
    // Of several paths the first one gets the modules.
    String home = variables.getOrDefault("GOPATH", Recipe.home(variables) + "/go").split(":", 2)[0];
    return List.of(WORKSPACE, variables.getOrDefault("GOMODCACHE", home + "/pkg/mod"));
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("GOCACHE", SCRATCH + "/go-build");
  }

  @Override
  public List<RecipeStep> steps(RecipeInput input) {
    Tool go = input.tool();
    return List.of(
        new MakeDirectory(WORKSPACE),
        Run.in(WORKSPACE, go.with("mod", "init", "sandbox")).unless(WORKSPACE + "/go.mod"),
        Run.in(WORKSPACE, go.with(List.of("get", "--"), input.packages())));
  }
}
