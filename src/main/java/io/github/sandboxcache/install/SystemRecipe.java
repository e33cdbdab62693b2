package io.github.sandboxcache.install;

import io.github.sandboxcache.install.RecipeStep.MakeDirectory;
import io.github.sandboxcache.install.RecipeStep.Run;
import io.github.sandboxcache.port.InstallContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs for the shell, by the package manager of the image's distribution: apk or apt. */
record SystemRecipe() implements Recipe {
  private static final Tool APK = Tool.of("apk");

  /** What apt expects to be there. */
  private static final List<String> APT_DIRECTORIES =
      List.of("/lists", "/lists/partial", "/apt", "/apt/archives", "/apt/archives/partial");

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
  public Map<String, String> environment() {
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
    List<String> arguments = new ArrayList<>(List.of("install", "-y", "--no-install-recommends"));
    arguments.addAll(options);
    arguments.add("--");
    steps.add(Run.in("/", tool.with(arguments, input.packages())));
    return steps;
  }

  /** Package lists and downloads go where they are removed with everything else. */
  private static List<String> aptOptions(RecipeInput input) {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-o", "Dir::State::Lists=" + SCRATCH + "/lists"));
    options.addAll(List.of("-o", "Dir::Cache=" + SCRATCH + "/apt"));
    // On a terminal, even one of apt's own making, dpkg counts every few percent in a line.
    options.addAll(List.of("-o", "Dpkg::Use-Pty=0"));
    if (input.ownCaBundle()) {
      options.addAll(List.of("-o", "Acquire::https::CAInfo=" + InstallContainer.CA_BUNDLE_PATH));
    }
    return options;
  }
}
