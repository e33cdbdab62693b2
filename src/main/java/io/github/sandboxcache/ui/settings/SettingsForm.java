package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineAddress;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistrySettings;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.settings.AutomaticSetting;
import io.github.sandboxcache.domain.settings.RemovalSettings;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.domain.settings.Settings.WindowLanguage;
import io.github.sandboxcache.domain.settings.UsageSettings;
import io.github.sandboxcache.domain.settings.WindowSettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The settings as texts in fields, and whether they can be kept. Not thread-safe. */
final class SettingsForm {
  static final int MAX_KEEP = 999;
  static final int MAX_COUNTDOWN_SECONDS = 60;
  private static final long MIB = 1L << 20;
  private static final int MIN_MEMORY_MIB = 64;
  private static final int MAX_MEMORY_MIB = 1 << 20;
  private static final int MIN_PROCESSES = 16;
  private static final int MAX_PROCESSES = 1 << 22;
  private static final int MAX_CPUS = 1024;
  private static final Pattern IMAGE_NAME = Pattern.compile("[\\w\\[][\\w.:/@\\[\\]-]*");

  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<WindowLanguage> language;
  private final FieldTexts texts = new FieldTexts();
  private final Map<Language, StringProperty> baseImages = new LinkedHashMap<>();
  private final StringProperty network;
  private final FollowedLogsModel logs;

  private final ObjectProperty<RuleChoice> rule;
  private final BooleanProperty atStart;
  private final BooleanProperty daily;

  /** Chosen in the preview of a prune. */
  private final Optional<RemovalPolicy.Rule> approved;

  private final BooleanProperty registryFirst;

  private final ObjectProperty<Boolean> archiving;

  /** The fields with those settings in them, and the list of logs that was made for them. */
  SettingsForm(Settings settings, FollowedLogsModel logs) {
    this.logs = logs;
    this.rule = new SimpleObjectProperty<>(RuleChoice.of(settings.prune()));
    this.archiving = new SimpleObjectProperty<>(settings.archives().on());
    InstallSettings install = settings.install();
    theme = new SimpleObjectProperty<>(settings.theme());
    language = new SimpleObjectProperty<>(settings.language());
    network = new SimpleStringProperty(install.network().orElse(""));
    AutomaticSetting automatic = settings.automatic();
    approved = automatic.approved();
    registryFirst = new SimpleBooleanProperty(settings.registry().pullBeforeInstall());
    texts.put(
        Field.REGISTRY, settings.registry().address().map(RegistryAddress::toString).orElse(""));
    atStart = new SimpleBooleanProperty(automatic.atStart());
    daily = new SimpleBooleanProperty(automatic.daily());
    texts.put(Field.OVER_BUDGET, FieldTexts.gigabytes(automatic.overBytes()));
    texts.put(Field.LOW_DISK, FieldTexts.gigabytes(automatic.lowDiskBytes()));
    texts.put(
        Field.PRUNE,
        settings
            .prune()
            .filter(_ -> rule.get().hasNumber())
            .map(chosen -> String.valueOf(chosen.number()))
            .orElse(""));
    // More than can be chosen stands for a number that is not known, which is asked for.
    texts.put(
        Field.KEEP, settings.keepNewest() > MAX_KEEP ? "" : String.valueOf(settings.keepNewest()));
    texts.put(Field.COUNTDOWN, String.valueOf(settings.undoCountdown().toSeconds()));
    texts.put(Field.ENGINE, settings.engineUri().orElse(""));
    texts.put(Field.CA_BUNDLE, install.caBundle().map(Path::toString).orElse(""));
    texts.put(Field.MEMORY, String.valueOf(install.limits().memoryBytes() / MIB));
    texts.put(Field.CPUS, FieldTexts.plain(install.limits().cpus()));
    texts.put(Field.PROCESSES, String.valueOf(install.limits().processes()));
    texts.put(Field.TIME, String.valueOf(install.timeLimit().toMinutes()));
    texts.share(Field.LOG, logs.typedProperty());
    texts.put(Field.RETENTION, String.valueOf(settings.usage().keepFactsDays()));
    texts.put(Field.ARCHIVE_DAYS, String.valueOf(settings.archives().days()));
    texts.put(Field.ARCHIVE_GIGABYTES, String.valueOf(settings.archives().gigabytes()));
    Language.KNOWN.forEach(
        language ->
            baseImages.put(
                language,
                new SimpleStringProperty(install.baseImages().getOrDefault(language, ""))));
  }

  ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  ObjectProperty<WindowLanguage> languageProperty() {
    return language;
  }

  ObjectProperty<RuleChoice> ruleProperty() {
    return rule;
  }

  /** Whether removed images are archived. */
  ObjectProperty<Boolean> archivingProperty() {
    return archiving;
  }

  /** Whether the team's registry is asked for an image before that is installed. */
  BooleanProperty registryFirstProperty() {
    return registryFirst;
  }

  /** The registry in its field; empty while there is none. */
  Optional<RegistryAddress> registryAddress() {
    return RegistryAddress.parse(texts.stripped(Field.REGISTRY));
  }

  /** Whether the cache is pruned by itself at the start. */
  BooleanProperty atStartProperty() {
    return atStart;
  }

  /** Whether the cache is pruned by itself every day. */
  BooleanProperty dailyProperty() {
    return daily;
  }

  /** The rule by which it may be. */
  Optional<RemovalPolicy.Rule> approved() {
    return approved;
  }

  /** The text of a field; base images have one per language instead. */
  StringProperty textProperty(Field field) {
    return texts.of(field);
  }

  /** The base images by language, in the languages' order; blank means the sandbox's default. */
  Map<Language, StringProperty> baseImages() {
    return Map.copyOf(baseImages);
  }

  StringProperty networkProperty() {
    return network;
  }

  /** Whether a field's text can be kept. */
  boolean isValid(Field field) {
    return switch (field) {
      case PRUNE ->
          !rule.get().hasNumber()
              || texts
                  .number(field, rule.get() == RuleChoice.UNUSED ? 1 : 0, Integer.MAX_VALUE)
                  .isPresent();
      case KEEP -> texts.number(field, 0, MAX_KEEP).isPresent();
      case OVER_BUDGET, LOW_DISK ->
          texts.stripped(field).isEmpty()
              || texts.number(field, 1, FieldTexts.MAX_GIGABYTES).isPresent();
      case COUNTDOWN -> texts.number(field, 0, MAX_COUNTDOWN_SECONDS).isPresent();
      case ENGINE ->
          texts.stripped(field).isEmpty()
              || !(EngineAddress.parse(texts.stripped(field)) instanceof EngineAddress.Unusable);
      case BASE_IMAGE -> Language.KNOWN.stream().allMatch(this::isBaseImageValid);
      case CA_BUNDLE -> texts.stripped(field).isEmpty() || isReadableFile(texts.stripped(field));
      case MEMORY -> texts.number(field, MIN_MEMORY_MIB, MAX_MEMORY_MIB).isPresent();
      case CPUS -> texts.fraction(field) > 0 && texts.fraction(field) <= MAX_CPUS;
      case PROCESSES -> texts.number(field, MIN_PROCESSES, MAX_PROCESSES).isPresent();
      case TIME -> texts.number(field, 1, InstallSettings.MAX_MINUTES).isPresent();
      case LOG -> logs.isTypedValid();
      case RETENTION -> texts.number(field, 1, UsageSettings.MAX_DAYS).isPresent();
      case ARCHIVE_DAYS -> texts.number(field, 1, ArchiveSettings.MAX_DAYS).isPresent();
      case ARCHIVE_GIGABYTES -> texts.number(field, 1, ArchiveSettings.MAX_GIGABYTES).isPresent();
      case REGISTRY -> texts.stripped(field).isEmpty() || registryAddress().isPresent();
    };
  }

  boolean isBaseImageValid(Language language) {
    String name = baseImage(language);
    return name.isEmpty() || IMAGE_NAME.matcher(name).matches();
  }

  /** The settings, when every field can be kept. */
  Optional<Settings> result() {
    for (Field field : Field.values()) {
      if (!isValid(field)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Settings(
            new WindowSettings(theme.get(), language.get()),
            new RemovalSettings(
                Integer.parseInt(texts.stripped(Field.KEEP)),
                rule.get().setting(() -> Integer.parseInt(texts.stripped(Field.PRUNE))),
                new AutomaticSetting(
                    atStart.get(),
                    daily.get(),
                    texts.bytes(Field.OVER_BUDGET),
                    texts.bytes(Field.LOW_DISK),
                    approved),
                Duration.ofSeconds(Long.parseLong(texts.stripped(Field.COUNTDOWN)))),
            present(texts.stripped(Field.ENGINE)),
            new InstallSettings(
                chosenBaseImages(),
                present(network.get().strip()),
                present(texts.stripped(Field.CA_BUNDLE)).map(Path::of),
                new ResourceLimits(
                    Long.parseLong(texts.stripped(Field.MEMORY)) * MIB,
                    texts.fraction(Field.CPUS),
                    Integer.parseInt(texts.stripped(Field.PROCESSES))),
                Duration.ofMinutes(Long.parseLong(texts.stripped(Field.TIME)))),
            new UsageSettings(logs.patterns(), Integer.parseInt(texts.stripped(Field.RETENTION))),
            new ArchiveSettings(
                archiving.get(),
                Integer.parseInt(texts.stripped(Field.ARCHIVE_DAYS)),
                Integer.parseInt(texts.stripped(Field.ARCHIVE_GIGABYTES))),
            new RegistrySettings(
                registryAddress(), registryFirst.get() && registryAddress().isPresent())));
  }

  private Map<Language, String> chosenBaseImages() {
    Map<Language, String> chosen = new LinkedHashMap<>(InstallSettings.DEFAULT.baseImages());
    baseImages.keySet().stream()
        .filter(language -> !baseImage(language).isEmpty())
        .forEach(language -> chosen.put(language, baseImage(language)));
    return chosen;
  }

  private String baseImage(Language language) {
    StringProperty text = baseImages.get(language);
    return text == null ? "" : text.get().strip();
  }

  private static boolean isReadableFile(String path) {
    try {
      Path file = Path.of(path);
      return file.isAbsolute() && Files.isRegularFile(file) && Files.isReadable(file);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private static Optional<String> present(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
