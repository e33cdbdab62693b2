package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineAddress;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.settings.AutomaticSetting;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.domain.settings.Settings.WindowLanguage;
import io.github.sandboxcache.domain.settings.UsageSettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The settings as texts in fields, and whether they can be kept. Not thread-safe. */
final class SettingsForm {
  /** A field that can be wrong. */
  enum Field {
    PRUNE,
    KEEP,
    OVER_BUDGET,
    LOW_DISK,
    COUNTDOWN,
    ENGINE,
    BASE_IMAGE,
    CA_BUNDLE,
    MEMORY,
    CPUS,
    PROCESSES,
    TIME,
    LOG,
    RETENTION,
    ARCHIVE_DAYS,
    ARCHIVE_GIGABYTES
  }

  /** What prune goes by. */
  enum RuleChoice {
    /** The usual rule, which depends on how long uses have been known. */
    USUAL,
    UNUSED,
    BUDGET,
    USED,
    NEWEST,
    /** What is stored is not legible, and nothing else was chosen. */
    UNKNOWN;

    private static RuleChoice of(Optional<PruneSetting> chosen) {
      return chosen.filter(PruneSetting.UNKNOWN::equals).isPresent()
          ? UNKNOWN
          : chosen.map(rule -> valueOf(rule.kind().name())).orElse(USUAL);
    }

    /** Whether a number of its own belongs to it. */
    boolean hasNumber() {
      return this == UNUSED || this == BUDGET || this == USED;
    }

    private Optional<PruneSetting> setting(IntSupplier number) {
      return switch (this) {
        case USUAL -> Optional.empty();
        case UNKNOWN -> Optional.of(PruneSetting.UNKNOWN);
        case NEWEST -> Optional.of(PruneSetting.NEWEST);
        case UNUSED, BUDGET, USED ->
            Optional.of(new PruneSetting(PruneSetting.Kind.valueOf(name()), number.getAsInt()));
      };
    }
  }

  static final int MAX_KEEP = 999;
  static final int MAX_COUNTDOWN_SECONDS = 60;
  private static final int MAX_GIGABYTES = 1_000_000;
  private static final long MIB = 1L << 20;
  private static final int MIN_MEMORY_MIB = 64;
  private static final int MAX_MEMORY_MIB = 1 << 20;
  private static final int MIN_PROCESSES = 16;
  private static final int MAX_PROCESSES = 1 << 22;
  private static final int MAX_CPUS = 1024;
  private static final Pattern IMAGE_NAME = Pattern.compile("[\\w\\[][\\w.:/@\\[\\]-]*");

  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<WindowLanguage> language;
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private final Map<Language, StringProperty> baseImages = new LinkedHashMap<>();
  private final StringProperty network;
  private final FollowedLogsModel logs;

  private final ObjectProperty<RuleChoice> rule;
  private final BooleanProperty atStart;
  private final BooleanProperty daily;

  /** Chosen in the preview of a prune. */
  private final Optional<RemovalPolicy.Rule> approved;

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
    atStart = new SimpleBooleanProperty(automatic.atStart());
    daily = new SimpleBooleanProperty(automatic.daily());
    put(Field.OVER_BUDGET, gigabytes(automatic.overBytes()));
    put(Field.LOW_DISK, gigabytes(automatic.lowDiskBytes()));
    put(
        Field.PRUNE,
        settings
            .prune()
            .filter(_ -> rule.get().hasNumber())
            .map(chosen -> String.valueOf(chosen.number()))
            .orElse(""));
    // More than can be chosen stands for a number that is not known, which is asked for.
    put(Field.KEEP, settings.keepNewest() > MAX_KEEP ? "" : String.valueOf(settings.keepNewest()));
    put(Field.COUNTDOWN, String.valueOf(settings.undoCountdown().toSeconds()));
    put(Field.ENGINE, settings.engineUri().orElse(""));
    put(Field.CA_BUNDLE, install.caBundle().map(Path::toString).orElse(""));
    put(Field.MEMORY, String.valueOf(install.limits().memoryBytes() / MIB));
    put(Field.CPUS, plain(install.limits().cpus()));
    put(Field.PROCESSES, String.valueOf(install.limits().processes()));
    put(Field.TIME, String.valueOf(install.timeLimit().toMinutes()));
    texts.put(Field.LOG, logs.typedProperty());
    put(Field.RETENTION, String.valueOf(settings.usage().keepFactsDays()));
    put(Field.ARCHIVE_DAYS, String.valueOf(settings.archives().days()));
    put(Field.ARCHIVE_GIGABYTES, String.valueOf(settings.archives().gigabytes()));
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
    StringProperty text = texts.get(field);
    if (text == null) {
      throw new IllegalArgumentException("no single text: " + field);
    }
    return text;
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
              || number(field, rule.get() == RuleChoice.UNUSED ? 1 : 0, Integer.MAX_VALUE)
                  .isPresent();
      case KEEP -> number(field, 0, MAX_KEEP).isPresent();
      case OVER_BUDGET, LOW_DISK ->
          text(field).isEmpty() || number(field, 1, MAX_GIGABYTES).isPresent();
      case COUNTDOWN -> number(field, 0, MAX_COUNTDOWN_SECONDS).isPresent();
      case ENGINE ->
          text(field).isEmpty()
              || !(EngineAddress.parse(text(field)) instanceof EngineAddress.Unusable);
      case BASE_IMAGE -> Language.KNOWN.stream().allMatch(this::isBaseImageValid);
      case CA_BUNDLE -> text(field).isEmpty() || isReadableFile(text(field));
      case MEMORY -> number(field, MIN_MEMORY_MIB, MAX_MEMORY_MIB).isPresent();
      case CPUS -> cpus() > 0 && cpus() <= MAX_CPUS;
      case PROCESSES -> number(field, MIN_PROCESSES, MAX_PROCESSES).isPresent();
      case TIME -> number(field, 1, InstallSettings.MAX_MINUTES).isPresent();
      case LOG -> logs.isTypedValid();
      case RETENTION -> number(field, 1, UsageSettings.MAX_DAYS).isPresent();
      case ARCHIVE_DAYS -> number(field, 1, ArchiveSettings.MAX_DAYS).isPresent();
      case ARCHIVE_GIGABYTES -> number(field, 1, ArchiveSettings.MAX_GIGABYTES).isPresent();
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
            theme.get(),
            language.get(),
            Integer.parseInt(text(Field.KEEP)),
            rule.get().setting(() -> Integer.parseInt(text(Field.PRUNE))),
            new AutomaticSetting(
                atStart.get(),
                daily.get(),
                bytes(Field.OVER_BUDGET),
                bytes(Field.LOW_DISK),
                approved),
            Duration.ofSeconds(Long.parseLong(text(Field.COUNTDOWN))),
            present(text(Field.ENGINE)),
            new InstallSettings(
                chosenBaseImages(),
                present(network.get().strip()),
                present(text(Field.CA_BUNDLE)).map(Path::of),
                new ResourceLimits(
                    Long.parseLong(text(Field.MEMORY)) * MIB,
                    cpus(),
                    Integer.parseInt(text(Field.PROCESSES))),
                Duration.ofMinutes(Long.parseLong(text(Field.TIME)))),
            new UsageSettings(logs.patterns(), Integer.parseInt(text(Field.RETENTION))),
            new ArchiveSettings(
                archiving.get(),
                Integer.parseInt(text(Field.ARCHIVE_DAYS)),
                Integer.parseInt(text(Field.ARCHIVE_GIGABYTES)))));
  }

  private static String gigabytes(OptionalLong bytes) {
    // Less than one, written by hand, is not made none.
    return bytes.isEmpty()
        ? ""
        : String.valueOf(Math.max(1, bytes.getAsLong() / PruneSetting.GIGABYTE));
  }

  private OptionalLong bytes(Field field) {
    OptionalInt number = number(field, 1, MAX_GIGABYTES);
    return number.isPresent()
        ? OptionalLong.of(number.getAsInt() * PruneSetting.GIGABYTE)
        : OptionalLong.empty();
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

  private void put(Field field, String text) {
    texts.put(field, new SimpleStringProperty(text));
  }

  private String text(Field field) {
    return textProperty(field).get().strip();
  }

  private OptionalInt number(Field field, int least, int most) {
    try {
      int value = Integer.parseInt(text(field));
      return value >= least && value <= most ? OptionalInt.of(value) : OptionalInt.empty();
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  private double cpus() {
    try {
      return Double.parseDouble(text(Field.CPUS));
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
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

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
