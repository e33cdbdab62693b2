package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageInUseException;
import java.net.HttpURLConnection;

/** Gives images names, and takes them away: never with force, and never those of parents. */
final class ImageNames {
  private ImageNames() {}

  /** Gives an image a name; another image loses it. */
  static void give(EngineConnection engine, String imageId, String repository, String tag) {
    try {
      engine.run(engine.commands().tagImageCmd(imageId, repository, tag));
    } catch (EngineRefusedException e) {
      throw EngineConnection.aboutImage(e);
    }
  }

  /**
   * Removes a name, or an image without one by its id.
   *
   * @return whether the engine says that the image itself is gone
   */
  static boolean remove(EngineConnection engine, String referenceOrId) {
    EngineRequest request =
        EngineRequest.delete("/images/" + EngineRequest.pathPart(referenceOrId))
            .with("force", "false")
            .with("noprune", "true");
    try {
      return tellsDeletion(engine.send(request, JsonNode.class));
    } catch (EngineRefusedException e) {
      throw e.status() == HttpURLConnection.HTTP_CONFLICT
          ? new ImageInUseException(String.valueOf(e.getMessage()))
          : EngineConnection.aboutImage(e);
    }
  }

  /** One object for each name and image that went; an answer of another form tells nothing. */
  private static boolean tellsDeletion(JsonNode told) {
    return told.isArray() && told.valueStream().anyMatch(item -> item.hasNonNull("Deleted"));
  }
}
