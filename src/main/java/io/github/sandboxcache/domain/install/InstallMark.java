package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What marks a container as one that an install made: its name and its labels, which must agree.
 * Labels alone would not do, for a container that a user starts from an image has all labels of the
 * image; a commit therefore empties all but the token, see {@link #onImage()}.
 *
 * @param token tells the installs of one tag apart, 8 hex digits
 * @param owner the process that made it
 * @param createdAt when it was made, UTC
 */
record InstallMark(String token, ContainerOwner owner, Instant createdAt) {
  private static final String TOKEN = ImageLabels.INSTALL + "token";
  private static final String HOST = ImageLabels.INSTALL + "host";
  private static final String PID = ImageLabels.INSTALL + "pid";
  private static final String PROCESS_START = ImageLabels.INSTALL + "process-start";
  private static final String CREATED = ImageLabels.INSTALL + "created";

  /** No install takes this long, however its time is limited. */
  static final Duration OLDER_THAN_ANY = Duration.ofDays(1);

  private static final String NAME_PREFIX = "sandbox-cache-install-";
  private static final Pattern TOKEN_FORM = Pattern.compile("[0-9a-f]{8}");
  private static final Pattern NAME = Pattern.compile(NAME_PREFIX + "[0-9a-f]{12}-([0-9a-f]{8})");

  /** The container's name for an install of that reference. */
  String containerName(CacheReference reference) {
    return NAME_PREFIX + reference.tag() + "-" + token;
  }

  /** The container's labels. */
  Map<String, String> labels() {
    return Map.of(
        TOKEN, token,
        HOST, owner.host(),
        PID, Long.toString(owner.pid()),
        PROCESS_START, owner.startedAt().toString(),
        CREATED, createdAt.toString());
  }

  /**
   * Labels for a commit, which would take over the container's: the same, without a value. The
   * token stays, so that the image is known when the answer to its commit is lost.
   */
  Map<String, String> onImage() {
    Map<String, String> labels = new LinkedHashMap<>();
    List.of(HOST, PID, PROCESS_START, CREATED).forEach(name -> labels.put(name, ""));
    labels.put(TOKEN, token);
    return labels;
  }

  /** Whether the install of this mark committed that image. */
  boolean isOn(EngineImage image) {
    return token.equals(image.labels().get(TOKEN));
  }

  /**
   * Whether any install committed that image: it has all labels of a commit, as one leaves them.
   */
  static boolean isCommit(EngineImage image) {
    return TOKEN_FORM.matcher(image.labels().getOrDefault(TOKEN, "")).matches()
        && Stream.of(HOST, PID, PROCESS_START, CREATED)
            .allMatch(name -> "".equals(image.labels().get(name)));
  }

  /** The mark of a container; empty when an install did not make it. */
  static Optional<InstallMark> of(EngineContainer container) {
    Matcher name = NAME.matcher(container.name());
    Map<String, String> labels = container.labels();
    if (!name.matches() || !name.group(1).equals(labels.get(TOKEN))) {
      return Optional.empty();
    }
    try {
      ContainerOwner owner =
          new ContainerOwner(
              labels.getOrDefault(HOST, ""),
              Long.parseLong(labels.getOrDefault(PID, "")),
              Instant.parse(labels.getOrDefault(PROCESS_START, "")));
      Instant created = Instant.parse(labels.getOrDefault(CREATED, ""));
      return Optional.of(new InstallMark(name.group(1), owner, created));
    } catch (NumberFormatException | DateTimeException _) {
      // Labels that no install writes: then it is somebody else's container.
      return Optional.empty();
    }
  }
}
