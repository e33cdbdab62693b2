package io.github.sandboxcache.domain.install;

import java.util.List;
import java.util.Optional;

/** One step of a recipe, done in the container. */
sealed interface RecipeStep {
  /**
   * Makes a directory unless there is one.
   *
   * @param path its absolute path
   */
  record MakeDirectory(String path) implements RecipeStep {}

  /**
   * Writes a text file unless there is one.
   *
   * @param directory an existing directory
   * @param name the file's name
   * @param text its content
   */
  record WriteFile(String directory, String name, String text) implements RecipeStep {
    String path() {
      return directory + "/" + name;
    }
  }

  /**
   * Runs a command that lists names of packages; the install fails unless one is exactly that name.
   *
   * @param arguments the program and its arguments, never read by a shell
   * @param line the name, alone on a line
   */
  record RequireLine(List<String> arguments, String line) implements RecipeStep {
    public RequireLine {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Has a tool keep what it loads where the project's own user would have it. Nothing of that
   * stays, unless the directory was there before.
   *
   * @param variable tells the tool
   * @param arguments a command that says where, when the user runs it, never read by a shell
   * @param directory where it runs
   */
  record BorrowStore(String variable, List<String> arguments, String directory)
      implements RecipeStep {
    public BorrowStore {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Runs a command; the install fails when it does.
   *
   * @param arguments the program and its arguments, never read by a shell
   * @param directory where it runs
   * @param unlessExists a path whose presence makes the command needless
   */
  record Run(List<String> arguments, String directory, Optional<String> unlessExists)
      implements RecipeStep {
    public Run {
      arguments = List.copyOf(arguments);
    }

    static Run in(String directory, List<String> arguments) {
      return new Run(arguments, directory, Optional.empty());
    }

    Run unless(String path) {
      return new Run(arguments, directory, Optional.of(path));
    }
  }
}
