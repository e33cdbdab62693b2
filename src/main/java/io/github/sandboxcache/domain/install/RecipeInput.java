package io.github.sandboxcache.domain.install;

import java.util.List;

/**
 * What a recipe is made for.
 *
 * @param tool the package manager that the image has
 * @param packages the packages as given, checked by {@link PackageRules}
 * @param ownCaBundle whether the user's CA bundle is mounted
 */
record RecipeInput(Tool tool, List<String> packages, boolean ownCaBundle) {
  RecipeInput {
    packages = List.copyOf(packages);
  }
}
