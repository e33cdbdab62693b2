package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.TotalSize;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.TextLanguage;
import io.github.sandboxcache.ui.base.CacheView;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that the dialog about the app tells, as it was when it opened.
 *
 * @param facts the app's own
 * @param engine the engine that answers or answered; empty when none did
 * @param cache what the window shows
 * @param settings the user's settings
 */
record Diagnostics(
    AppServices.Facts facts,
    Optional<EngineDescription> engine,
    CacheView cache,
    Settings settings) {
  private static final String UNKNOWN = "not known";

  /**
   * Plain text for a report of a bug: versions, counts, and which settings differ. It names no
   * package, image, container, host, path or user and has no line of the log, so it can be shown to
   * anybody. It is English everywhere, as whoever reads it may be.
   */
  String text() {
    Map<String, Object> lines = new LinkedHashMap<>();
    addVersions(lines);
    addCache(lines);
    addSettings(lines);
    return lines.entrySet().stream()
        .map(line -> line.getKey() + ": " + line.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private void addVersions(Map<String, Object> lines) {
    lines.put("Sandbox Cache", facts.versions().app());
    lines.put("Platform", facts.versions().platform());
    lines.put("System", System.getProperty("os.version"));
    lines.put("Memory", "%d MiB at most".formatted(Runtime.getRuntime().maxMemory() >> 20));
    lines.put("Locale", Locale.getDefault() + ", texts " + TextLanguage.current());
    lines.put("Engine", engine.map(Diagnostics::engine).orElse("none"));
  }

  private static String engine(EngineDescription engine) {
    return "%s %s, API %s, by %s"
        .formatted(
            PlainText.line(engine.product()),
            PlainText.line(engine.version()),
            PlainText.line(engine.apiVersion()),
            scheme(engine.endpoint()));
  }

  /** How an engine is reached tells enough; the rest can name a host or a user. */
  private static String scheme(String endpoint) {
    return PlainText.line(endpoint.split(":", 2)[0]);
  }

  private void addCache(Map<String, Object> lines) {
    lines.put("List", cache.state().freshness().name());
    lines.put("Images", cache.stats().images());
    cache.stats().languages().stream()
        .filter(counted -> Language.KNOWN.contains(counted.language()))
        .forEach(counted -> lines.put("  " + counted.language().name(), counted.images()));
    lines.put("Base images", cache.state().catalog().base().size());
    TotalSize size = cache.stats().size();
    lines.put("Bytes", size.known().isPresent() ? size.bytes() : UNKNOWN);
    lines.put("Images of unknown size", size.unknown());
    lines.put(
        "Prune would remove", cache.doubts().isEmpty() ? cache.prune().removals().size() : UNKNOWN);
    lines.put("Usage readable", cache.usageReadable());
    lines.put("Lookups shown", cache.usage().report().total().lookups());
  }

  private void addSettings(Map<String, Object> lines) {
    InstallSettings install = settings.install();
    lines.put("Theme", settings.theme());
    lines.put("Language", settings.language());
    int keep = settings.keepNewest();
    lines.put("Keep newest", keep == KeepNewest.UNKNOWN_COUNT ? UNKNOWN : keep);
    lines.put("Prune rule", settings.prune().map(rule -> rule.kind().name()).orElse("usual"));
    lines.put("Countdown", settings.undoCountdown());
    lines.put("Engine setting", set(settings.engineUri().isPresent()));
    lines.put("Network", set(install.network().isPresent()));
    lines.put("CA bundle", set(install.caBundle().isPresent()));
    lines.put("Limits", install.limits());
    lines.put(
        "Base images as usual", install.baseImages().equals(InstallSettings.DEFAULT.baseImages()));
  }

  private static String set(boolean isSet) {
    return isSet ? "set" : "not set";
  }
}
