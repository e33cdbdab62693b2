package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.catalog.ImageBase;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.registry.Presence;
import io.github.sandboxcache.domain.registry.TeamCache;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.TransferText;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of what rarely matters of an image. All text is harmless to show.
 *
 * @param name what it is; empty where it goes on with the line above
 * @param value what it says
 * @param kind how it is shown
 */
record InfoLine(String name, String value, Kind kind) {
  private static final int MAX_LABEL = 2000;
  private static final String MADE_IN_SANDBOX = "mcp-sandbox";

  /** How a line is shown. */
  enum Kind {
    /** As words. */
    WORDS,
    /** As a name or a digest. */
    MONO,
    /** As a warning. */
    WARNING,
    /** As a label of this app's own, which is shown when it is asked for. */
    OUR_LABEL
  }

  /**
   * Of an image.
   *
   * @param reference the name under which it is shown
   * @param base what it was made from; empty while layers are being measured
   */
  static List<InfoLine> of(
      EngineImage image,
      String reference,
      Optional<ImageBase> base,
      CacheView view,
      UiTexts texts) {
    List<InfoLine> lines = new ArrayList<>();
    lines.add(new InfoLine(texts.text("info.name"), PlainText.line(reference), Kind.MONO));
    lines.add(new InfoLine(texts.text("info.id"), PlainText.line(image.id()), Kind.MONO));
    addBase(lines, image, base, view, texts);
    madeBy(image, texts)
        .ifPresent(by -> lines.add(new InfoLine(texts.text("info.made-by"), by, Kind.WORDS)));
    lines.add(
        new InfoLine(texts.text("details.created"), UseText.date(image.createdAt()), Kind.WORDS));
    addOrigin(lines, image, reference, view, texts);
    addTags(lines, image, reference, view, texts);
    addLabels(lines, image, texts);
    return lines;
  }

  private static void addBase(
      List<InfoLine> lines,
      EngineImage image,
      Optional<ImageBase> base,
      CacheView view,
      UiTexts texts) {
    Optional<String> name = base.flatMap(known -> known.name(image));
    String told =
        base.isEmpty()
            ? texts.text("info.base.measuring")
            : name.map(PlainText::line)
                .orElseGet(
                    () ->
                        texts.text(
                            base.get().image().isPresent()
                                ? "info.base.nameless"
                                : "info.base.unknown"));
    lines.add(
        new InfoLine(texts.text("info.base"), told, name.isPresent() ? Kind.MONO : Kind.WORDS));
    if (base.flatMap(known -> known.outdated(image, view.state().catalog().snapshot()))
        .orElse(false)) {
      lines.add(new InfoLine("", texts.text("info.base.outdated"), Kind.WARNING));
    }
  }

  private static Optional<String> madeBy(EngineImage image, UiTexts texts) {
    return Optional.ofNullable(image.labels().get(ImageLabels.VERSION))
        .map(version -> texts.text("info.made-by.app", PlainText.line(version)))
        .or(
            () ->
                Optional.ofNullable(image.labels().get(MADE_IN_SANDBOX))
                    .map(_ -> texts.text("info.made-by.sandbox")));
  }

  private static void addOrigin(
      List<InfoLine> lines, EngineImage image, String reference, CacheView view, UiTexts texts) {
    Optional<CacheReference> name =
        SandboxReference.parse(reference)
            .filter(CacheReference.class::isInstance)
            .map(CacheReference.class::cast);
    name.flatMap(known -> view.team().origin(known, image.id()))
        .ifPresent(
            from -> {
              lines.add(
                  new InfoLine(texts.text("info.origin"), TransferText.origin(from), Kind.WORDS));
              lines.add(new InfoLine("", PlainText.line(from.digest()), Kind.MONO));
            });
    name.flatMap(known -> presence(known, view.team(), texts)).ifPresent(lines::add);
  }

  /** Without a registry of the team's there is nothing to know. */
  private static Optional<InfoLine> presence(CacheReference name, TeamCache team, UiTexts texts) {
    return team.registry()
        .map(
            registry ->
                switch (team.presence(name)) {
                  case Presence.There(Instant at) ->
                      texts.text("info.registry.there", registry, UseText.date(at));
                  case Presence.NotThere(Instant at) ->
                      texts.text("info.registry.not-there", registry, UseText.date(at));
                  case Presence.Unknown() -> texts.text("info.registry.unknown", registry);
                })
        .map(words -> new InfoLine(texts.text("info.registry"), words, Kind.WORDS));
  }

  private static void addTags(
      List<InfoLine> lines, EngineImage image, String reference, CacheView view, UiTexts texts) {
    List<String> others =
        image.references().stream()
            .filter(
                tag -> !view.state().catalog().snapshot().naming().shortName(tag).equals(reference))
            .sorted()
            .toList();
    if (others.isEmpty()) {
      lines.add(new InfoLine(texts.text("info.tags"), texts.text("info.none"), Kind.WORDS));
    }
    for (int i = 0; i < others.size(); i++) {
      lines.add(
          new InfoLine(
              i == 0 ? texts.text("info.tags") : "", PlainText.line(others.get(i)), Kind.MONO));
    }
  }

  private static void addLabels(List<InfoLine> lines, EngineImage image, UiTexts texts) {
    List<Map.Entry<String, String>> labels =
        image.labels().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    List<InfoLine> others = new ArrayList<>();
    List<InfoLine> ours = new ArrayList<>();
    for (Map.Entry<String, String> label : labels) {
      boolean our = label.getKey().startsWith(ImageLabels.PREFIX);
      String name = our ? label.getKey().substring(ImageLabels.PREFIX.length()) : label.getKey();
      String line = shortened(name) + " = " + shortened(label.getValue());
      (our ? ours : others).add(new InfoLine("", line, our ? Kind.OUR_LABEL : Kind.MONO));
    }
    lines.add(
        new InfoLine(
            texts.text("info.labels"),
            others.isEmpty() ? texts.text("info.none") : others.removeFirst().value(),
            labels.size() > ours.size() ? Kind.MONO : Kind.WORDS));
    lines.addAll(others);
    lines.addAll(ours);
  }

  private static String shortened(String value) {
    return PlainText.line(value.length() > MAX_LABEL ? value.substring(0, MAX_LABEL) + "…" : value);
  }
}
