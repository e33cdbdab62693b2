package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineInfo;
import io.github.sandboxcache.domain.engine.EnginePlace;
import io.github.sandboxcache.service.EngineSurvey.Answer;
import io.github.sandboxcache.text.AttemptText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.util.Optional;

/**
 * What is said of a place where an engine may be.
 *
 * @param dotClass the style class of the dot before it
 * @param name what it is called
 * @param place where it is
 * @param brief who answers, or why nobody does, in a few words
 * @param full the same with what to do, for a tooltip; empty while it is asked
 */
public record EnginePlaceText(
    String dotClass, String name, String place, String brief, String full) {
  /** Puts a row into words. */
  public static EnginePlaceText of(EnginePlaces.Row row) {
    String name = name(row.place());
    String place = PlainText.line(row.place().place());
    Optional<Answer> answer = row.answer();
    if (answer.isEmpty()) {
      return new EnginePlaceText("state-idle", name, place, Texts.text("engine.asking"), "");
    }
    return switch (answer.get()) {
      case Answer.Engine(EngineDescription engine, EngineInfo info) -> {
        String version = PlainText.line(engine.product() + " " + engine.version()).strip();
        yield new EnginePlaceText(
            "state-ok",
            name,
            place,
            version,
            Texts.text(
                "engine.answers",
                version,
                engine.apiVersion(),
                info.imageStore().map(PlainText::line).orElseGet(() -> Texts.text("none"))));
      }
      case Answer.None(EngineAttempt why) ->
          new EnginePlaceText(
              "state-danger",
              name,
              place,
              AttemptText.badge(why.failure()),
              AttemptText.explanation(why));
    };
  }

  private static String name(EnginePlace place) {
    String called = PlainText.line(place.name());
    return called.isEmpty() ? AttemptText.source(place.source()) : called;
  }
}
