package io.github.sandboxcache.domain.restore;

import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.history.ImageRecipe;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.RecordedImage;
import java.util.List;
import java.util.Optional;

/** Turns the recipe of a removed image into an install. */
public final class RestoreRequest {
  private RestoreRequest() {}

  /**
   * The install that makes an image again, with the versions that it had where they are known.
   *
   * @return empty when nobody knows for certain what the image was asked to have: a guess would get
   *     another name
   */
  public static Optional<InstallRequest> of(ImageRecipe recipe) {
    return recipe
        .asked()
        .filter(asked -> asked.from() != PackagesFrom.GUESS)
        .map(
            asked ->
                new InstallRequest(
                    recipe.reference().language(),
                    asked.names(),
                    recipe.baseName(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(
                        new RecordedImage(recipe.installed().orElse(List.of()), recipe.baseId()))))
        .filter(request -> request.reference().equals(recipe.reference()));
  }
}
