package io.github.sandboxcache.domain.install;

import java.util.List;

/**
 * What a recipe is made for.
 *
 * @param tool the package manager that the image has
 * @param toolVersion what that said of its version; untrusted, may be empty
 * @param packages the packages that were asked for, checked by {@link PackageRules}
 * @param others what else has to have exactly that version, checked as well; often empty
 * @param ownCaBundle whether the user's CA bundle is mounted
 */
record RecipeInput(
    Tool tool,
    String toolVersion,
    List<String> packages,
    List<String> others,
    boolean ownCaBundle) {
  RecipeInput {
    packages = List.copyOf(packages);
    others = List.copyOf(others);
  }

  /** Packages as somebody asked for them; their package manager chooses the rest. */
  RecipeInput(Tool tool, List<String> packages, boolean ownCaBundle) {
    this(tool, packages, List.of(), ownCaBundle);
  }

  /** For a package manager whose version is not known. */
  RecipeInput(Tool tool, List<String> packages, List<String> others, boolean ownCaBundle) {
    this(tool, "", packages, others, ownCaBundle);
  }
}
