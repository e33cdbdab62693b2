package io.github.sandboxcache.adapter.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.domain.settings.AutomaticSetting;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.PruneSetting.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** When the cache is pruned by itself, as JSON. What is not legible there turns it off. */
final class AutomaticJson {
  private static final String AT_START = "atStart";
  private static final String DAILY = "daily";
  private static final String OVER_BYTES = "overBytes";
  private static final String LOW_DISK_BYTES = "lowDiskBytes";
  private static final String APPROVED = "approvedRule";

  private AutomaticJson() {}

  static ObjectNode of(AutomaticSetting setting) {
    ObjectNode values = SettingsJson.nothing();
    values.put(AT_START, setting.atStart());
    values.put(DAILY, setting.daily());
    setting.overBytes().ifPresent(bytes -> values.put(OVER_BYTES, bytes));
    setting.lowDiskBytes().ifPresent(bytes -> values.put(LOW_DISK_BYTES, bytes));
    setting.approved().ifPresent(rule -> values.set(APPROVED, rule(rule)));
    return values;
  }

  private static ObjectNode rule(RemovalPolicy.Rule rule) {
    return switch (rule) {
      case KeepNewest(int count) -> rule(Kind.NEWEST, count);
      case KeepUsed(int count) -> rule(Kind.USED, count);
      case UnusedFor(Duration span) -> rule(Kind.UNUSED, span.toDays());
      case Budget(long bytes) -> rule(Kind.BUDGET, bytes / PruneSetting.GIGABYTE);
    };
  }

  private static ObjectNode rule(Kind kind, long number) {
    return SettingsJson.nothing()
        .put(SettingsJson.RULE, kind.name())
        .put(SettingsJson.NUMBER, number);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when any of it is not legible
   */
  static AutomaticSetting read(JsonNode written) {
    JsonNode values = SettingsReader.object(written);
    return new AutomaticSetting(
        flag(values.path(AT_START)),
        flag(values.path(DAILY)),
        bytes(values.path(OVER_BYTES)),
        bytes(values.path(LOW_DISK_BYTES)),
        values.has(APPROVED) ? Optional.of(approved(values.path(APPROVED))) : Optional.empty());
  }

  private static boolean flag(JsonNode value) {
    return !value.isMissingNode()
        && SettingsReader.checked(value, value.isBoolean()).booleanValue();
  }

  private static OptionalLong bytes(JsonNode value) {
    return value.isMissingNode()
        ? OptionalLong.empty()
        : OptionalLong.of(SettingsReader.whole(value));
  }

  private static RemovalPolicy.Rule approved(JsonNode value) {
    JsonNode rule = SettingsReader.object(value);
    Kind kind = Kind.valueOf(SettingsReader.text(rule.path(SettingsJson.RULE)));
    int number = SettingsReader.integer(rule.path(SettingsJson.NUMBER));
    return kind == Kind.NEWEST
        ? new KeepNewest(number)
        : new PruneSetting(kind, number).rule(KeepNewest.UNKNOWN_COUNT);
  }
}
