package io.github.sandboxcache.adapter.files;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The settings as JSON: how they are parsed, and how what changed is written among the rest. */
final class SettingsJson {
  static final String THEME = "theme";
  static final String LANGUAGE = "language";
  static final String KEEP_NEWEST = SettingsTrouble.KEEP_NEWEST;
  static final String PRUNE_RULE = "pruneRule";
  static final String RULE = "rule";
  static final String NUMBER = "number";
  static final String AUTOMATIC = "automatic";
  static final String UNDO_COUNTDOWN = "undoCountdownMs";
  static final String ENGINE = SettingsTrouble.ENGINE;
  static final String BASE_IMAGES = "baseImages";
  static final String NETWORK = "network";
  static final String CA_BUNDLE = "caBundle";
  static final String INSTALL_MINUTES = "installMinutes";
  static final String MEMORY = "memoryBytes";
  static final String CPUS = "cpus";
  static final String PROCESSES = "processes";
  static final String FOLLOWED_LOGS = "followedLogs";
  static final String KEEP_FACTS = "keepFactsDays";
  static final String ARCHIVES = "archives";
  static final String ON = "on";
  static final String DAYS = "days";
  static final String GIGABYTES = "gigabytes";
  static final String REGISTRY = "registry";
  static final String ADDRESS = "address";
  static final String PULL_BEFORE_INSTALL = "pullBeforeInstall";

  /** The settings among whatever else stands in their file, each as far as it is legible. */
  static final JsonFile.Format<Content> FORMAT =
      new JsonFile.Format<>() {
        @Override
        public Content parse(JsonParser parser) throws IOException {
          return content(parser);
        }

        @Override
        public String text(Content content) throws IOException {
          return prettyText(content.values());
        }
      };

  private SettingsJson() {}

  /**
   * What stands in a file.
   *
   * @param values all values; null for those that stand there more than once
   * @param twice their names
   */
  record Content(ObjectNode values, Set<String> twice) {
    /** Nothing but these values. */
    static Content of(ObjectNode values) {
      return new Content(values, Set.of());
    }
  }

  /** Nothing at all, as in a file that is not there. */
  static ObjectNode nothing() {
    return JsonFile.mapper().createObjectNode();
  }

  /**
   * That nothing is known of what protects images and facts, where absence would mean a default.
   */
  static ObjectNode unknown() {
    ObjectNode values = nothing();
    List.of(KEEP_NEWEST, PRUNE_RULE, UNDO_COUNTDOWN, ENGINE, KEEP_FACTS, ARCHIVES)
        .forEach(values::putNull);
    return values;
  }

  /** A name that is given twice takes no other along. */
  private static Content content(JsonParser parser) throws IOException {
    parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw new JsonParseException(parser, first == null ? "the file is empty" : "no JSON object");
    }
    ObjectNode values = nothing();
    Set<String> twice = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      JsonNode value = JsonFile.mapper().readTree(parser);
      if (values.has(key)) {
        twice.add(key);
      }
      values.set(key, twice.contains(key) ? values.nullNode() : value);
    }
    return new Content(values, twice);
  }

  /** The settings as they are written; what is not set is absent. */
  static ObjectNode of(Settings settings) {
    InstallSettings install = settings.install();
    ObjectNode values = nothing();
    values.put(THEME, settings.theme().name());
    values.put(LANGUAGE, settings.language().name());
    values.put(KEEP_NEWEST, settings.keepNewest());
    settings.prune().ifPresent(chosen -> values.set(PRUNE_RULE, rule(chosen)));
    values.set(AUTOMATIC, AutomaticJson.of(settings.automatic()));
    values.put(UNDO_COUNTDOWN, settings.undoCountdown().toMillis());
    settings.engineUri().ifPresent(uri -> values.put(ENGINE, uri));
    ObjectNode images = values.putObject(BASE_IMAGES);
    new TreeMap<>(install.baseImages()).forEach((key, image) -> images.put(key.name(), image));
    install.network().ifPresent(name -> values.put(NETWORK, name));
    install.caBundle().map(Path::toString).ifPresent(path -> values.put(CA_BUNDLE, path));
    values.put(MEMORY, install.limits().memoryBytes());
    values.put(CPUS, install.limits().cpus());
    values.put(PROCESSES, install.limits().processes());
    values.put(INSTALL_MINUTES, install.timeLimit().toMinutes());
    ArrayNode logs = values.putArray(FOLLOWED_LOGS);
    settings.usage().followedLogs().forEach(logs::add);
    values.put(KEEP_FACTS, settings.usage().keepFactsDays());
    ObjectNode archives = values.putObject(ARCHIVES);
    archives.put(ON, settings.archives().on());
    archives.put(DAYS, settings.archives().days());
    archives.put(GIGABYTES, settings.archives().gigabytes());
    settings
        .registry()
        .address()
        .ifPresent(
            address ->
                values
                    .putObject(REGISTRY)
                    .put(ADDRESS, address.toString())
                    .put(PULL_BEFORE_INSTALL, settings.registry().pullBeforeInstall()));
    return values;
  }

  private static JsonNode rule(PruneSetting chosen) {
    if (chosen.equals(PruneSetting.UNKNOWN)) {
      // Unlike absent, so that the usual rule can take its place.
      return nothing().nullNode();
    }
    ObjectNode rule = nothing().put(RULE, chosen.kind().name());
    // How many of the newest stay stands elsewhere.
    return chosen.equals(PruneSetting.NEWEST) ? rule : rule.put(NUMBER, chosen.number());
  }

  /** Writes into the values what differs between two of these; all else stays as it is there. */
  static void change(ObjectNode values, ObjectNode before, ObjectNode after) {
    Set<String> keys = new LinkedHashSet<>();
    after.fieldNames().forEachRemaining(keys::add);
    before.fieldNames().forEachRemaining(keys::add);
    for (String key : keys) {
      @Nullable JsonNode old = before.get(key);
      @Nullable JsonNode now = after.get(key);
      if (now == null) {
        values.remove(key);
      } else if (now instanceof ObjectNode parts
          && old instanceof ObjectNode oldParts
          && values.get(key) instanceof ObjectNode there) {
        change(there, oldParts, parts);
      } else if (!now.equals(old)) {
        values.set(key, now);
      }
    }
  }

  /** A file's content as people read it. */
  static String prettyText(ObjectNode values) throws IOException {
    return JsonFile.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(values);
  }
}
