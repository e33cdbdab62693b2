package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.UiTexts;

/**
 * The engine in the header.
 *
 * @param text its name
 * @param detail where it is and how it is spoken to, for the tooltip and the menu
 * @param dotClass the style class of the dot before it
 * @param sample whether its data is made up
 */
public record EngineChip(String text, String detail, String dotClass, boolean sample) {
  static EngineChip of(EngineStatus status, UiTexts texts) {
    return switch (status) {
      case EngineStatus.Connecting _ ->
          new EngineChip(
              texts.text("engine.connecting"),
              texts.text("engine.connecting"),
              "state-idle",
              false);
      case EngineStatus.None _ ->
          new EngineChip(
              texts.text("engine.none"), texts.text("engine.none"), "state-danger", false);
      case EngineStatus.Ready(EngineDescription engine) ->
          connected(engine, engine.sample() ? "state-warn" : "state-ok", texts);
      case EngineStatus.Lost(EngineDescription engine, var _) ->
          connected(engine, "state-danger", texts);
    };
  }

  private static EngineChip connected(EngineDescription engine, String dot, UiTexts texts) {
    if (engine.sample()) {
      return new EngineChip(
          texts.text("engine.sample"), texts.text("engine.sample.detail"), dot, true);
    }
    String product = PlainText.line(engine.product());
    String version = PlainText.line(engine.version());
    String source = PlainText.line(engine.source());
    String name =
        source.isBlank()
            ? product + " " + shortVersion(version)
            : texts.text("engine.name", product, shortVersion(version), source);
    String detail =
        texts.text(
            "engine.detail",
            product,
            version,
            PlainText.line(engine.apiVersion()),
            PlainText.line(engine.endpoint()));
    return new EngineChip(name, detail, dot, false);
  }

  /** The first two numbers: the third changes too often to matter at a glance. */
  private static String shortVersion(String version) {
    String[] parts = version.split("\\.", 3);
    return parts.length < 2 ? version : parts[0] + "." + parts[1];
  }
}
