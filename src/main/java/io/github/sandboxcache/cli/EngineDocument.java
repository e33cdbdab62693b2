package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineInfo;
import io.github.sandboxcache.service.EngineSurvey.Answer;
import io.github.sandboxcache.service.EngineSurvey.Found;
import io.github.sandboxcache.text.AttemptText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One engine, as the verb of that name tells it.
 *
 * @param name what its owner calls it: a docker context, a variable, a virtual machine; null where
 *     there is only one of its kind
 * @param source which rule led there, as {@code context} or {@code docker-socket}
 * @param engine the address by which it is chosen
 * @param current whether the other verbs work on its cache
 * @param state {@code ready}, or what was found instead, as {@code not-running}
 * @param product {@code Docker} or {@code Podman}; null without an answer
 * @param version its own; null without an answer
 * @param api the version of the API that is spoken; null without an answer
 * @param store how it keeps images; null where it does not tell
 * @param why there is no answer, in words; null with one
 */
record EngineDocument(
    @Nullable String name,
    String source,
    String engine,
    boolean current,
    String state,
    @Nullable String product,
    @Nullable String version,
    @Nullable String api,
    @Nullable String store,
    @Nullable String why) {
  static EngineDocument of(Found found) {
    return switch (found.answer()) {
      case Answer.Engine(EngineDescription engine, EngineInfo info) ->
          new EngineDocument(
              name(found),
              word(found.place().source()),
              found.place().address(),
              found.current(),
              "ready",
              engine.product(),
              engine.version(),
              engine.apiVersion(),
              info.imageStore().orElse(null),
              null);
      case Answer.None(EngineAttempt attempt) ->
          new EngineDocument(
              name(found),
              word(found.place().source()),
              found.place().address(),
              found.current(),
              word(attempt.failure()),
              null,
              null,
              null,
              null,
              AttemptText.explanation(attempt));
    };
  }

  private static @Nullable String name(Found found) {
    return found.place().name().isEmpty() ? null : found.place().name();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
