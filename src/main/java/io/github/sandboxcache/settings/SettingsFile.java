package io.github.sandboxcache.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.install.InstallSettings;
import io.github.sandboxcache.port.ResourceLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings as they stand in the file; whatever is absent there has its default. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record SettingsFile(
    Settings.@Nullable Theme theme,
    Settings.@Nullable WindowLanguage language,
    @Nullable Integer keepNewestPerLanguage,
    @Nullable Long undoCountdownMs,
    @Nullable String engine,
    @Nullable Map<String, String> baseImages,
    @Nullable String network,
    @Nullable String caBundle,
    @Nullable Long memoryBytes,
    @Nullable Double cpus,
    @Nullable Integer processes,
    @Nullable Integer installMinutes,
    @Nullable List<String> followedLogs,
    @Nullable Integer keepFactsDays) {
  static SettingsFile of(Settings settings) {
    InstallSettings install = settings.install();
    Map<String, String> baseImages = new LinkedHashMap<>();
    install.baseImages().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> baseImages.put(entry.getKey().name(), entry.getValue()));
    return new SettingsFile(
        settings.theme(),
        settings.language(),
        settings.keepNewest(),
        settings.undoCountdown().toMillis(),
        settings.engineUri().orElse(null),
        baseImages,
        install.network().orElse(null),
        install.caBundle().map(Path::toString).orElse(null),
        install.limits().memoryBytes(),
        install.limits().cpus(),
        install.limits().processes(),
        Math.toIntExact(install.timeLimit().toMinutes()),
        settings.usage().followedLogs(),
        settings.usage().keepFactsDays());
  }

  Settings toSettings() {
    Settings defaults = Settings.DEFAULT;
    ResourceLimits limits = defaults.install().limits();
    Map<Language, String> images = new LinkedHashMap<>(defaults.install().baseImages());
    Objects.requireNonNullElse(baseImages, Map.<String, String>of())
        .forEach((language, image) -> images.put(new Language(language), image));
    return new Settings(
        Objects.requireNonNullElse(theme, defaults.theme()),
        Objects.requireNonNullElse(language, defaults.language()),
        Objects.requireNonNullElse(keepNewestPerLanguage, defaults.keepNewest()),
        undoCountdownMs == null ? defaults.undoCountdown() : Duration.ofMillis(undoCountdownMs),
        Optional.ofNullable(engine),
        new InstallSettings(
            images,
            Optional.ofNullable(network),
            Optional.ofNullable(caBundle).map(Path::of),
            new ResourceLimits(
                Objects.requireNonNullElse(memoryBytes, limits.memoryBytes()),
                Objects.requireNonNullElse(cpus, limits.cpus()),
                Objects.requireNonNullElse(processes, limits.processes())),
            installMinutes == null
                ? defaults.install().timeLimit()
                : Duration.ofMinutes(Math.max(1, installMinutes))),
        new UsageSettings(
            Objects.requireNonNullElse(followedLogs, defaults.usage().followedLogs()),
            Objects.requireNonNullElse(keepFactsDays, defaults.usage().keepFactsDays())));
  }
}
