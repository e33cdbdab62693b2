package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.install.RecipeStep.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ruby gems, for every user of the image. */
record GemRecipe() implements Recipe {
  @Override
  public List<Tool> tools() {
    return List.of(Tool.of("gem"));
  }

  @Override
  public List<String> targets(Map<String, String> variables) {
    return Stream.concat(
            Recipe.besidePrograms(variables),
            Stream.concat(Stream.of("/usr/lib", "/var/lib/gems"), projects(variables).stream()))
        .toList();
  }

  @Override
  public List<String> projects(Map<String, String> variables) {
    return Recipe.values(variables, "GEM_HOME");
  }

  @Override
  public Map<String, String> environment(Map<String, String> variables) {
    return Map.of();
  }

  @Override
  public List<RecipeStep> steps(RecipeInput input) {
    // No "--" here: gem hands what follows it to the compilers of native parts.
    List<String> arguments = List.of("install", "--no-document", "--no-user-install");
    if (input.others().isEmpty()) {
      return List.of(Run.in(SCRATCH, input.tool().with(arguments, input.packages())));
    }
    // gem installs one after the other, each with the newest of what it needs and does not find.
    List<String> exactly = Recipe.all(arguments, List.of("--minimal-deps"));
    return List.of(
        Run.in(SCRATCH, input.tool().with(exactly, Recipe.all(input.others(), input.packages()))));
  }
}
