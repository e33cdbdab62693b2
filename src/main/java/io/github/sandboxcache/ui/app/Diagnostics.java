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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Plain text for a report of a bug: versions, counts, and which settings differ. It names no
 * package, image, container, host, path or user and has no line of the log, so it can be shown to
 * anybody. It is English everywhere, as whoever reads it may be.
 */
final class Diagnostics {
  private static final String UNKNOWN = "not known";

  private final AboutModel about;
  private final List<String> lines = new ArrayList<>();

  Diagnostics(AboutModel about) {
    this.about = about;
    addVersions();
    addCache(about.cache());
    addSettings(about.settings());
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  private void addVersions() {
    add("Sandbox Cache", about.facts().versions().app());
    add("Platform", about.facts().versions().platform());
    add("System", System.getProperty("os.version"));
    add("Memory", "%d MiB at most".formatted(Runtime.getRuntime().maxMemory() >> 20));
    add("Locale", Locale.getDefault() + ", texts " + TextLanguage.current());
    add("Engine", about.engine().map(Diagnostics::engine).orElse("none"));
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

  private void addCache(CacheView cache) {
    add("List", cache.state().freshness().name());
    add("Images", cache.stats().images());
    cache.stats().languages().stream()
        .filter(counted -> Language.KNOWN.contains(counted.language()))
        .forEach(counted -> add("  " + counted.language().name(), counted.images()));
    add("Base images", cache.state().catalog().base().size());
    TotalSize size = cache.stats().size();
    add("Bytes", size.known().isPresent() ? size.bytes() : UNKNOWN);
    add("Images of unknown size", size.unknown());
    add("Prune would remove", cache.doubts().isEmpty() ? cache.prune().removals().size() : UNKNOWN);
    add("Usage readable", cache.usageReadable());
    add("Lookups shown", cache.usage().report().total().lookups());
  }

  private void addSettings(Settings settings) {
    InstallSettings install = settings.install();
    add("Theme", settings.theme());
    add("Language", settings.language());
    int keep = settings.keepNewest();
    add("Keep newest", keep == KeepNewest.UNKNOWN_COUNT ? UNKNOWN : keep);
    add("Countdown", settings.undoCountdown());
    add("Engine setting", set(settings.engineUri().isPresent()));
    add("Network", set(install.network().isPresent()));
    add("CA bundle", set(install.caBundle().isPresent()));
    add("Limits", install.limits());
    add("Base images as usual", install.baseImages().equals(InstallSettings.DEFAULT.baseImages()));
  }

  private void add(String name, Object value) {
    lines.add(name + ": " + Objects.toString(value));
  }

  private static String set(boolean isSet) {
    return isSet ? "set" : "not set";
  }
}
