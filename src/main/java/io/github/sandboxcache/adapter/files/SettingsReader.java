package io.github.sandboxcache.adapter.files;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistrySettings;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.RemovalSettings;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.domain.settings.SettingsTrouble.Kind;
import io.github.sandboxcache.domain.settings.SystemReason;
import io.github.sandboxcache.domain.settings.UsageSettings;
import io.github.sandboxcache.domain.settings.WindowSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings value by value, so that one that this version does not know takes no other along.
 * Strict in each: a number that could be misread must not decide what is removed.
 */
final class SettingsReader {
  private static final int MAX_SHOWN = 60;

  private final Path file;
  private final List<SettingsTrouble> troubles = new ArrayList<>();
  private final SettingsJson.Content content;

  private SettingsReader(Path file, SettingsJson.Content content) {
    this.file = file;
    this.content = content;
  }

  /**
   * What was read.
   *
   * @param settings the settings, with something careful in place of each that is not legible
   * @param troubles what is not legible
   */
  record Result(Settings settings, List<SettingsTrouble> troubles) {}

  static Result read(JsonFile<SettingsJson.Content> file) {
    try {
      return file.load()
          .map(content -> new SettingsReader(file.path(), content).read())
          .orElse(new Result(Settings.DEFAULT, List.of()));
    } catch (IOException e) {
      Kind kind = e instanceof JsonFile.DamagedException ? Kind.DAMAGED : Kind.UNREADABLE;
      SettingsTrouble trouble = new SettingsTrouble(kind, file.path(), "", SystemReason.of(e));
      return new Result(Settings.CAUTIOUS, List.of(trouble));
    }
  }

  private Result read() {
    Settings usual = Settings.DEFAULT;
    Settings careful = Settings.CAUTIOUS;
    InstallSettings install = usual.install();
    Settings settings =
        new Settings(
            new WindowSettings(
                value(SettingsJson.THEME, usual.theme(), v -> Settings.Theme.valueOf(text(v))),
                value(
                    SettingsJson.LANGUAGE,
                    usual.language(),
                    v -> Settings.WindowLanguage.valueOf(text(v)))),
            new RemovalSettings(
                value(
                    SettingsJson.KEEP_NEWEST,
                    usual.keepNewest(),
                    careful.keepNewest(),
                    v -> usual.withKeepNewest(integer(v)).keepNewest()),
                value(
                    SettingsJson.PRUNE_RULE,
                    usual.prune(),
                    careful.prune(),
                    v -> Optional.of(pruneRule(v))),
                value(SettingsJson.AUTOMATIC, usual.automatic(), AutomaticJson::read),
                value(
                    SettingsJson.UNDO_COUNTDOWN,
                    usual.undoCountdown(),
                    careful.undoCountdown(),
                    v -> usual.withUndoCountdown(Duration.ofMillis(whole(v))).undoCountdown())),
            value(SettingsJson.ENGINE, Optional.empty(), v -> Optional.of(text(v))),
            new InstallSettings(
                baseImages(),
                value(SettingsJson.NETWORK, install.network(), v -> Optional.of(text(v))),
                value(SettingsJson.CA_BUNDLE, install.caBundle(), v -> Optional.of(path(v))),
                limits(install.limits()),
                value(SettingsJson.INSTALL_MINUTES, install.timeLimit(), v -> minutes(whole(v)))),
            new UsageSettings(
                followedLogs(),
                value(
                    SettingsJson.KEEP_FACTS,
                    usual.usage().keepFactsDays(),
                    careful.usage().keepFactsDays(),
                    v -> new UsageSettings(List.of(), integer(v)).keepFactsDays())),
            value(
                SettingsJson.ARCHIVES,
                usual.archives(),
                careful.archives(),
                SettingsReader::archives),
            value(SettingsJson.REGISTRY, usual.registry(), SettingsReader::registry));
    return new Result(settings, List.copyOf(troubles));
  }

  private static PruneSetting pruneRule(JsonNode value) {
    JsonNode rule = object(value);
    PruneSetting.Kind kind = PruneSetting.Kind.valueOf(text(rule.path(SettingsJson.RULE)));
    if (kind != PruneSetting.Kind.NEWEST) {
      return new PruneSetting(kind, integer(rule.path(SettingsJson.NUMBER)));
    }
    if (rule.has(SettingsJson.NUMBER)) {
      throw new IllegalArgumentException("how many of the newest are kept stands elsewhere");
    }
    return PruneSetting.NEWEST;
  }

  private static ArchiveSettings archives(JsonNode value) {
    JsonNode archives = object(value);
    return new ArchiveSettings(
        truth(archives.path(SettingsJson.ON)),
        integer(archives.path(SettingsJson.DAYS)),
        integer(archives.path(SettingsJson.GIGABYTES)));
  }

  private static RegistrySettings registry(JsonNode value) {
    JsonNode registry = object(value);
    RegistryAddress address =
        RegistryAddress.parse(text(registry.path(SettingsJson.ADDRESS)))
            .orElseThrow(() -> new IllegalArgumentException("no registry with a namespace"));
    return new RegistrySettings(
        Optional.of(address),
        registry.has(SettingsJson.PULL_BEFORE_INSTALL)
            && truth(registry.path(SettingsJson.PULL_BEFORE_INSTALL)));
  }

  private static Duration minutes(long count) {
    if (count < 1 || count > InstallSettings.MAX_MINUTES) {
      throw new IllegalArgumentException("no time limit of an install: " + count);
    }
    return Duration.ofMinutes(count);
  }

  /** Each limit beside the usual others, whose least values it knows. */
  private ResourceLimits limits(ResourceLimits usual) {
    return new ResourceLimits(
        value(
            SettingsJson.MEMORY,
            usual.memoryBytes(),
            v -> new ResourceLimits(whole(v), usual.cpus(), usual.processes()).memoryBytes()),
        value(
            SettingsJson.CPUS,
            usual.cpus(),
            v -> new ResourceLimits(usual.memoryBytes(), number(v), usual.processes()).cpus()),
        value(
            SettingsJson.PROCESSES,
            usual.processes(),
            v -> new ResourceLimits(usual.memoryBytes(), usual.cpus(), integer(v)).processes()));
  }

  private Map<Language, String> baseImages() {
    Map<Language, String> images = new LinkedHashMap<>(InstallSettings.DEFAULT.baseImages());
    JsonNode written =
        value(SettingsJson.BASE_IMAGES, content.values().objectNode(), SettingsReader::object);
    written
        .properties()
        .forEach(
            image -> {
              String key = SettingsJson.BASE_IMAGES + "." + image.getKey();
              read(key, image.getValue(), v -> Map.entry(new Language(image.getKey()), text(v)))
                  .ifPresent(legible -> images.put(legible.getKey(), legible.getValue()));
            });
    return images;
  }

  private List<String> followedLogs() {
    List<String> logs = new ArrayList<>();
    JsonNode written =
        value(SettingsJson.FOLLOWED_LOGS, content.values().arrayNode(), SettingsReader::array);
    written.forEach(
        log -> read(SettingsJson.FOLLOWED_LOGS, log, SettingsReader::text).ifPresent(logs::add));
    return logs;
  }

  private <T> T value(String key, T usual, Function<JsonNode, T> reader) {
    return value(key, usual, usual, reader);
  }

  private <T> T value(String key, T absent, T illegible, Function<JsonNode, T> reader) {
    @Nullable JsonNode written = content.values().get(key);
    return written == null ? absent : read(key, written, reader).orElse(illegible);
  }

  private <T> Optional<T> read(String key, JsonNode written, Function<JsonNode, T> reader) {
    try {
      return Optional.of(reader.apply(written));
    } catch (IllegalArgumentException _) {
      Kind kind = content.twice().contains(key) ? Kind.TWICE : Kind.VALUE;
      String shown = written.toString();
      String detail = shown.length() > MAX_SHOWN ? shown.substring(0, MAX_SHOWN) + "…" : shown;
      troubles.add(new SettingsTrouble(kind, file, key, detail));
      return Optional.empty();
    }
  }

  static JsonNode object(JsonNode value) {
    return checked(value, value.isObject());
  }

  private static JsonNode array(JsonNode value) {
    return checked(value, value.isArray());
  }

  static String text(JsonNode value) {
    return checked(value, value.isTextual()).textValue();
  }

  private static boolean truth(JsonNode value) {
    return checked(value, value.isBoolean()).booleanValue();
  }

  private static Path path(JsonNode value) {
    return Path.of(text(value));
  }

  static int integer(JsonNode value) {
    return checked(value, value.isIntegralNumber() && value.canConvertToInt()).intValue();
  }

  static long whole(JsonNode value) {
    return checked(value, value.isIntegralNumber() && value.canConvertToLong()).longValue();
  }

  private static double number(JsonNode value) {
    return checked(value, value.isNumber()).doubleValue();
  }

  static JsonNode checked(JsonNode value, boolean asExpected) {
    if (!asExpected) {
      throw new IllegalArgumentException("not what is expected: " + value.getNodeType());
    }
    return value;
  }
}
