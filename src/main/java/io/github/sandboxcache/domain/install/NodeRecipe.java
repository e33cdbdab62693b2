package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.RecipeStep.BorrowStore;
import io.github.sandboxcache.domain.install.RecipeStep.MakeDirectory;
import io.github.sandboxcache.domain.install.RecipeStep.Run;
import io.github.sandboxcache.domain.install.RecipeStep.WriteFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Packages of the npm registry, installed in the workspace.
 *
 * @param tools npm alone for JavaScript, whichever the image has for TypeScript
 */
record NodeRecipe(List<Tool> tools) implements Recipe {
  private static final Tool NPM = Tool.of("npm");
  private static final Tool PNPM = Tool.of("pnpm");
  private static final String MODULES = WORKSPACE + "/node_modules";

  /**
   * Node looks for modules in every directory from the program's own up to the root, so this makes
   * those of the workspace known in the image's own WorkingDir and everywhere else too.
   */
  private static final String MODULES_FOR_ALL = "/node_modules";

  static NodeRecipe javascript() {
    return new NodeRecipe(List.of(NPM));
  }

  static NodeRecipe typescript() {
    return new NodeRecipe(List.of(Tool.of("bun"), PNPM, NPM));
  }

  @Override
  public List<String> targets(Map<String, String> variables) {
    return List.of(WORKSPACE, MODULES_FOR_ALL);
  }

  @Override
  public List<String> projects(Map<String, String> variables) {
    return List.of(WORKSPACE);
  }

  /** pnpm links the files of its store into the project, where they stay without the store. */
  @Override
  public Map<String, String> environment(Map<String, String> variables) {
    return Map.of(
        "CI",
        "true",
        "NO_UPDATE_NOTIFIER",
        "1",
        "npm_config_cache",
        SCRATCH + "/npm",
        "npm_config_store_dir",
        SCRATCH + "/pnpm",
        "XDG_DATA_HOME",
        SCRATCH + "/data",
        "XDG_CACHE_HOME",
        SCRATCH + "/cache",
        "XDG_STATE_HOME",
        SCRATCH + "/state",
        "BUN_INSTALL_CACHE_DIR",
        SCRATCH + "/bun");
  }

  @Override
  public List<RecipeStep> steps(RecipeInput input) {
    List<RecipeStep> steps = new ArrayList<>();
    steps.add(new MakeDirectory(WORKSPACE));
    if (input.tool().equals(PNPM)) {
      // The project notes where that is, and pnpm goes on with it only where it finds the same.
      steps.add(new BorrowStore("npm_config_store_dir", PNPM.with("store", "path"), WORKSPACE));
    }
    // Without it npm could take a directory further up for the project.
    steps.add(new WriteFile(WORKSPACE, "package.json", "{\n  \"private\": true\n}\n"));
    steps.add(
        Run.in(
            WORKSPACE,
            input.tool().with(adding(input.tool()), Recipe.all(input.packages(), input.others()))));
    if (!input.others().isEmpty()) {
      // They stay as dependencies of the rest, in the versions that the lock file has by now.
      List<String> names = input.others().stream().map(NodeRecipe::name).toList();
      steps.add(Run.in(WORKSPACE, input.tool().with(removing(input.tool()), names)));
    }
    steps.add(Run.in("/", List.of("ln", "-s", MODULES, MODULES_FOR_ALL)).unless(MODULES_FOR_ALL));
    return steps;
  }

  private static String name(String exact) {
    return PackageName.of(Language.JAVASCRIPT, exact).name();
  }

  private static List<String> adding(Tool tool) {
    return tool.equals(NPM)
        ? List.of("install", "--no-audit", "--no-fund", "--")
        : List.of("add", "--");
  }

  private static List<String> removing(Tool tool) {
    return tool.equals(NPM)
        ? List.of("uninstall", "--no-audit", "--no-fund", "--")
        : List.of("remove", "--");
  }
}
