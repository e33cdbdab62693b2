package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.cache.TextList;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Prune;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Rule;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By which rule was pruned, as it stands in the database: four lists, of the rule, of languages
 * with rules of their own, of the only languages, and of the exceptions.
 */
final class StoredRule {
  private static final int TEXTS_OF_LANGUAGE = 3;

  private StoredRule() {}

  static String write(Prune prune) {
    return TextList.write(
        List.of(
            TextList.write(texts(prune.rule()).toList()),
            TextList.write(
                prune.ofLanguage().entrySet().stream()
                    .flatMap(
                        each ->
                            Stream.concat(Stream.of(each.getKey().name()), texts(each.getValue())))
                    .toList()),
            TextList.write(prune.only().stream().map(Language::name).toList()),
            TextList.write(prune.except().stream().map(CacheReference::toString).toList())));
  }

  private static Stream<String> texts(Rule rule) {
    return switch (rule) {
      case KeepNewest(int count) -> Stream.of("keep-newest", Integer.toString(count));
      case KeepUsed(int count) -> Stream.of("keep-used", Integer.toString(count));
      case UnusedFor(Duration span) -> Stream.of("unused-for", Long.toString(span.toMillis()));
      case Budget(long bytes) -> Stream.of("budget", Long.toString(bytes));
    };
  }

  static Prune read(String text) throws SQLException {
    try {
      List<String> parts = TextList.parse(text).orElseThrow();
      List<String> rule = TextList.parse(parts.get(0)).orElseThrow();
      Map<Language, Rule> ofLanguage = new HashMap<>();
      List<String> own = TextList.parse(parts.get(1)).orElseThrow();
      for (int i = 0; i < own.size(); i += TEXTS_OF_LANGUAGE) {
        ofLanguage.put(new Language(own.get(i)), rule(own.get(i + 1), own.get(i + 2)));
      }
      Set<Language> only = new HashSet<>();
      TextList.parse(parts.get(2)).orElseThrow().forEach(name -> only.add(new Language(name)));
      Set<CacheReference> except = new HashSet<>();
      for (String name : TextList.parse(parts.get(3)).orElseThrow()) {
        except.add((CacheReference) SandboxReference.parse(name).orElseThrow());
      }
      return new Prune(rule(rule.get(0), rule.get(1)), ofLanguage, only, except);
    } catch (RuntimeException e) {
      throw new SQLException("there is no such rule: " + text, e);
    }
  }

  private static Rule rule(String word, String number) {
    return switch (word) {
      case "keep-newest" -> new KeepNewest(Integer.parseInt(number));
      case "keep-used" -> new KeepUsed(Integer.parseInt(number));
      case "unused-for" -> new UnusedFor(Duration.ofMillis(Long.parseLong(number)));
      case "budget" -> new Budget(Long.parseLong(number));
      default -> throw new IllegalArgumentException(word);
    };
  }
}
