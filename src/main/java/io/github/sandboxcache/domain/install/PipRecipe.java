package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.install.RecipeStep.Run;
import io.github.sandboxcache.domain.install.RecipeStep.WriteFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Python packages, by pip and a requirements file, for every user of the image. */
record PipRecipe() implements Recipe {
  private static final String REQUIREMENTS = "requirements.txt";
  private static final Pattern VERSION = Pattern.compile("pip (\\d{1,4})\\.(\\d{1,4})");

  @Override
  public List<Tool> tools() {
    return List.of(
        Tool.of("python", "-m", "pip"),
        Tool.of("python3", "-m", "pip"),
        Tool.of("pip"),
        Tool.of("pip3"));
  }

  @Override
  public List<String> targets(Map<String, String> variables) {
    return Stream.of(
            Recipe.besidePrograms(variables),
            Stream.of("/usr/local/lib", "/usr/lib"),
            projects(variables).stream())
        .flatMap(directories -> directories)
        .toList();
  }

  @Override
  public List<String> projects(Map<String, String> variables) {
    return Recipe.values(variables, "PIP_TARGET", "PIP_PREFIX", "VIRTUAL_ENV");
  }

  @Override
  public Map<String, String> environment(Map<String, String> variables) {
    return Map.of(
        "PIP_NO_INPUT", "1",
        "PIP_ROOT_USER_ACTION", "ignore",
        // pip compiles what it installs, but Python would keep pip's own byte code as well.
        "PYTHONDONTWRITEBYTECODE", "1",
        // A distribution's Python refuses pip to protect a machine that lives on; an image made
        // for these packages alone has nothing to protect. Its PEP is 668.
        "PIP_BREAK_SYSTEM_PACKAGES", "1");
  }

  @Override
  public List<RecipeStep> steps(RecipeInput input) {
    String file = SCRATCH + "/" + REQUIREMENTS;
    List<String> arguments =
        new ArrayList<>(List.of("install", "--no-cache-dir", "--disable-pip-version-check"));
    if (tellsProgress(input.toolVersion())) {
      arguments.addAll(List.of("--progress-bar", "raw"));
    }
    arguments.addAll(List.of("-r", file));
    String requirements = String.join("\n", Recipe.all(input.packages(), input.others())) + "\n";
    return List.of(
        new WriteFile(SCRATCH, REQUIREMENTS, requirements),
        Run.in(SCRATCH, input.tool().with(arguments, List.of())));
  }

  /** Since 24.1 it can say how far a download is where nobody watches it on a terminal. */
  private static boolean tellsProgress(String version) {
    Matcher told = VERSION.matcher(version);
    return told.lookingAt()
        && (Integer.parseInt(told.group(1)) > 24
            || (told.group(1).equals("24") && Integer.parseInt(told.group(2)) >= 1));
  }
}
