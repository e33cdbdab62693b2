package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How packages of one language are installed in a container. All steps run as root. */
sealed interface Recipe
    permits PipRecipe, NodeRecipe, GoRecipe, CargoRecipe, SystemRecipe, GemRecipe {
  /** Where the sandbox runs code; packages that belong to a project are installed there. */
  String WORKSPACE = "/workspace";

  /** For files that only the install needs. Made before the steps and removed after them. */
  String SCRATCH = "/sandbox-cache-install";

  /**
   * Root without them could not write files of other users, nor give files away, nor step down to
   * an unprivileged user, and package managers do all three.
   */
  List<String> FILE_CAPABILITIES =
      List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "SETGID", "SETUID");

  /** The package managers that will do; the first that the image has is taken. */
  List<Tool> tools();

  /** The capabilities kept, without {@code CAP_}. */
  default List<String> capabilities() {
    return FILE_CAPABILITIES;
  }

  /**
   * The directories that hold what it installs.
   *
   * @param variables those of the base image, which say where some package managers have theirs
   */
  List<String> targets(Map<String, String> variables);

  /**
   * The directories whose users go on with what is installed there: the project and where its
   * package manager keeps what it loaded, where that is not for root alone.
   *
   * @param variables those of the base image
   */
  default List<String> projects(Map<String, String> variables) {
    return List.of();
  }

  /** Paths that the tools write and no program needs; removed unless the base image has them. */
  default List<String> leftovers() {
    return List.of();
  }

  /**
   * Variables for every command.
   *
   * @param variables those of the base image
   */
  Map<String, String> environment(Map<String, String> variables);

  /** What to do, in this order. */
  List<RecipeStep> steps(RecipeInput input);

  /** Where programs and their libraries are: {@code bin} and {@code lib} side by side. */
  static Stream<String> besidePrograms(Map<String, String> variables) {
    String path = variables.getOrDefault("PATH", "/usr/local/bin:/usr/bin");
    return Stream.of(path.split(":", -1))
        .filter(programs -> programs.startsWith("/"))
        .flatMap(programs -> Stream.of(programs, programs.replaceFirst("/s?bin/*$", "/lib")));
  }

  /** Where the base image's user is at home. */
  static String home(Map<String, String> variables) {
    return variable("HOME", variables).orElse("/root");
  }

  /** What a variable says; one that is empty says nothing. */
  static Optional<String> variable(String name, Map<String, String> variables) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /** Those of the base image's variables that say something. */
  static List<String> values(Map<String, String> variables, String... names) {
    return Stream.of(names).flatMap(name -> variable(name, variables).stream()).toList();
  }

  /** Two lists of packages as one. */
  static List<String> all(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  /** The recipe of a language; empty when nothing can be installed for it. */
  static Optional<Recipe> of(Language language) {
    return Optional.ofNullable(
        switch (language.name()) {
          case "python" -> new PipRecipe();
          case "javascript" -> NodeRecipe.javascript();
          case "typescript" -> NodeRecipe.typescript();
          case "go" -> new GoRecipe();
          case "rust" -> new CargoRecipe();
          case "bash" -> new SystemRecipe();
          case "ruby" -> new GemRecipe();
          default -> null;
        });
  }
}
