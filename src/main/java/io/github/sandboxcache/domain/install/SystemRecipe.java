package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.install.RecipeStep.MakeDirectory;
import io.github.sandboxcache.domain.install.RecipeStep.RequireLine;
import io.github.sandboxcache.domain.install.RecipeStep.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Programs for the shell, by the package manager of the image's distribution: apk or apt. What
 * comes along with them is always the newest, for archives keep no older versions of it.
 */
record SystemRecipe() implements Recipe {
  private static final Tool APK = Tool.of("apk");

  /** What apt expects to be there. */
  private static final List<String> APT_DIRECTORIES =
      List.of("/lists", "/lists/partial", "/apt", "/apt/archives", "/apt/archives/partial", "/log");

  @Override
  public List<Tool> tools() {
    return List.of(APK, Tool.of("apt-get"));
  }

  /** Packages' own scripts also give files capabilities, and apk runs them in a chroot. */
  @Override
  public List<String> capabilities() {
    return Stream.concat(FILE_CAPABILITIES.stream(), Stream.of("SETFCAP", "SYS_CHROOT")).toList();
  }

  @Override
  public List<String> targets(Map<String, String> variables) {
    return List.of("/usr", "/etc", "/opt", "/var/lib/dpkg", "/var/lib/apt", "/lib/apk");
  }

  /** Logs, copies of what was before, and caches that their programs make again. */
  @Override
  public List<String> leftovers() {
    return List.of(
        "/var/log/apt",
        "/var/log/dpkg.log",
        "/var/log/alternatives.log",
        "/var/cache/debconf/config.dat-old",
        "/var/cache/debconf/templates.dat-old",
        "/var/cache/ldconfig/aux-cache",
        "/var/lib/dpkg/status-old");
  }

  @Override
  public Map<String, String> environment(Map<String, String> variables) {
    return Map.of("DEBIAN_FRONTEND", "noninteractive");
  }

  @Override
  public List<RecipeStep> steps(RecipeInput input) {
    Tool tool = input.tool();
    if (tool.equals(APK)) {
      return List.of(Run.in("/", tool.with(List.of("add", "--no-cache"), input.packages())));
    }
    List<RecipeStep> steps = new ArrayList<>();
    APT_DIRECTORIES.forEach(directory -> steps.add(new MakeDirectory(SCRATCH + directory)));
    List<String> options = aptOptions(input);
    steps.add(Run.in("/", tool.with(List.of("update"), options)));
    input.packages().stream()
        .map(given -> PackageName.of(Language.BASH, given).name())
        .filter(name -> name.matches(".*[.+].*"))
        .forEach(name -> steps.add(new RequireLine(aptNames(name), name)));
    List<String> arguments = new ArrayList<>(List.of("install", "-y", "--no-install-recommends"));
    arguments.addAll(options);
    arguments.add("--");
    steps.add(Run.in("/", tool.with(arguments, input.packages())));
    return steps;
  }

  /**
   * An ending plus is an order to apt, and any dot or plus makes a pattern for an old one, unless
   * there is a package of exactly that name.
   */
  private static List<String> aptNames(String packageName) {
    return List.of(
        "apt-cache",
        "pkgnames",
        "-o",
        "Dir::State::Lists=" + SCRATCH + "/lists",
        "-o",
        "Dir::Cache=" + SCRATCH + "/apt",
        "--",
        packageName);
  }

  /** Package lists and downloads go where they are removed with everything else. */
  private static List<String> aptOptions(RecipeInput input) {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-o", "Dir::State::Lists=" + SCRATCH + "/lists"));
    options.addAll(List.of("-o", "Dir::Cache=" + SCRATCH + "/apt"));
    options.addAll(List.of("-o", "Dir::Log=" + SCRATCH + "/log"));
    options.addAll(List.of("-o", "Dpkg::Options::=--log=" + SCRATCH + "/dpkg.log"));
    // Without it a name that no package has is taken for a regular expression.
    options.addAll(List.of("-o", "APT::Cmd::Pattern-Only=true"));
    // On a terminal, even one of apt's own making, dpkg counts every few percent in a line.
    options.addAll(List.of("-o", "Dpkg::Use-Pty=0"));
    if (input.ownCaBundle()) {
      options.addAll(List.of("-o", "Acquire::https::CAInfo=" + InstallContainer.CA_BUNDLE_PATH));
    }
    return options;
  }
}
